import { screen, waitFor, within } from '@testing-library/react';
import { refused, type Answers } from '../../../testing/api';
import { violationsIn } from '../../../testing/axe';
import { renderPage } from '../../../testing/render';
import { viewer } from '../../../testing/viewer';
import { ClaimsPage } from './ClaimsPage';

const claim = {
  ...{
    id: 'k1',
    party: 'insurer',
    carrier: null,
    supplier: null,
    reason: null,
    status: 'open',
    caseId: 'c1',
    caseCode: 'RR1',
    node: { id: 's1', name: '徐汇店' },
  },
  ...{ amount: 1_935, recovered: 500, left: 1_435, currency: 'CNY', fallbackBearer: 'HQ' },
  ...{ openedAt: '2026-03-01T00:00:00Z', version: 2, canSettle: true, canWithdraw: false },
};

const open = (items: object[], answers: Answers = {}, settings: { locale?: 'zh' | 'en'; url?: string } = {}) =>
  renderPage(<ClaimsPage />, {
    ...settings,
    viewer: viewer({ permissions: ['money.read', 'money.settleClaim', 'case.read'] }),
    answers: { Claims: { claims: { items, nextCursor: null, total: null } }, ...answers },
  });

describe('the list of claims', () => {
  it('shows what is open, with the way to each case', async () => {
    const { api, container } = open([claim]);
    const row = within((await screen.findByText('徐汇店')).closest('tr')!);
    expect(row.getByRole('link', { name: 'RR1' })).toHaveAttribute('href', '/cases/c1');
    for (const text of ['保险公司', '19.35', '5.00', '14.35', '待到账']) expect(row.getByText(text)).toBeInTheDocument();
    expect(api.sent('Claims')[0]?.variables).toMatchObject({ status: 'open' });
    expect(await violationsIn(container)).toEqual([]);
  });

  it('shows the others on request, without buttons where nothing can be settled', async () => {
    const { user, api } = open([{ ...claim, status: 'refused', left: 0, canSettle: false }]);
    await screen.findByText('徐汇店');
    expect(screen.queryByRole('button', { name: /登记/ })).not.toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: '状态' }));
    await user.click(await screen.findByRole('option', { name: '全部' }));
    await waitFor(() => expect(api.sent('Claims').at(-1)?.variables).toMatchObject({ status: null }));
  });

  it('names the carrier, and shows what is claimed of one kind alone on request', async () => {
    const { user, api } = open([{ ...claim, party: 'carrier', carrier: '中通' }]);
    expect(await screen.findByText('快递公司 · 中通')).toBeInTheDocument();
    await user.click(screen.getByRole('combobox', { name: '索赔对象' }));
    await user.click(await screen.findByRole('option', { name: '快递公司' }));
    await waitFor(() => expect(api.sent('Claims').at(-1)?.variables).toMatchObject({ status: 'open', party: 'carrier' }));
  });

  it('says what comes here where there is nothing yet', async () => {
    open([], {}, { locale: 'en' });
    expect(await screen.findByText('No claim is open')).toBeInTheDocument();
  });
});

describe('settling a claim', () => {
  it('records a payment of all that is left, or less, with its reference', async () => {
    const { user, api } = open([claim], { RecoverClaim: { recoverClaim: { id: 'k1', left: 435 } } });
    await user.click(await screen.findByRole('button', { name: '登记到账 · RR1' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/到账金额冲减应收/)).toBeInTheDocument();
    const amount = dialog.getByRole('textbox', { name: /到账金额/ });
    expect(amount).toHaveValue('14.35');
    await user.clear(amount);
    await user.type(amount, '14.36');
    await user.type(dialog.getByRole('textbox', { name: /流水号/ }), ' BANK-7 ');
    expect(dialog.getByText('最多 ¥14.35')).toBeInTheDocument();
    expect(dialog.getByRole('button', { name: '登记到账' })).toBeDisabled();
    await user.clear(amount);
    await user.type(amount, '10');
    await user.click(dialog.getByRole('button', { name: '登记到账' }));
    await waitFor(() =>
      expect(api.sent('RecoverClaim')[0]?.variables).toEqual({ id: 'k1', version: 2, amount: 1_000, reference: 'BANK-7' }),
    );
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('records a refusal with its reason, and says first who bears it', async () => {
    const { user, api } = open([claim], { RefuseClaim: { refuseClaim: { id: 'k1' } } }, { locale: 'en' });
    await user.click(await screen.findByRole('button', { name: 'Record refusal · RR1' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/¥14.35 .* cost of HQ/)).toBeInTheDocument();
    await user.type(dialog.getByRole('textbox'), 'Too late');
    await user.click(dialog.getByRole('button', { name: 'Record refusal' }));
    await waitFor(() => expect(api.sent('RefuseClaim')[0]?.variables).toEqual({ id: 'k1', version: 2, reason: 'Too late' }));
  });

  it('keeps the dialog and says why where somebody else was faster', async () => {
    const { user } = open([claim], { RefuseClaim: refused('CLAIM_SETTLED') });
    await user.click(await screen.findByRole('button', { name: '登记拒赔 · RR1' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), '超时');
    await user.click(dialog.getByRole('button', { name: '登记拒赔' }));
    expect(await dialog.findByText(/这笔理赔已了结/)).toBeInTheDocument();
  });
});

describe('a claim opened by hand', () => {
  const byHand = {
    ...claim,
    party: 'supplier',
    supplier: { id: 'm1', name: '华东面料厂' },
    recovered: 0,
    left: 1_935,
    reason: '起球',
  };

  it('names the supplier, and is withdrawn with a reason where nothing was paid', async () => {
    const { user, api } = open([{ ...byHand, canWithdraw: true }], { WithdrawClaim: { withdrawClaim: { id: 'k1' } } });
    expect(await screen.findByText('供货商 · 华东面料厂')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '撤回 · RR1' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/恢复为原承担方的成本/)).toBeInTheDocument();
    await user.type(dialog.getByRole('textbox'), '开错');
    await user.click(dialog.getByRole('button', { name: '撤回' }));
    await waitFor(() => expect(api.sent('WithdrawClaim')[0]?.variables).toEqual({ id: 'k1', version: 2, reason: '开错' }));
  });

  it('offers no withdrawal where the API says no', async () => {
    open([byHand]);
    await screen.findByText('供货商 · 华东面料厂');
    expect(screen.queryByRole('button', { name: /撤回/ })).not.toBeInTheDocument();
  });
});
