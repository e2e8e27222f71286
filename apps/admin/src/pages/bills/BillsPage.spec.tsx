import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../testing/axe';
import type { Answers } from '../../testing/api';
import { renderPage } from '../../testing/render';
import { stubUploads } from '../../testing/upload';
import { viewer } from '../../testing/viewer';
import { BillsPage } from './BillsPage';
import { lastMonths } from './lastMonths';

const row = {
  ...{ id: 'b1', kind: 'carrier', biller: '顺丰', period: '2026-03', currency: 'CNY', amount: 98_000, lineCount: 90, open: 3 },
  ...{ openDifference: -1_250, importedAt: '2026-04-02T02:00:00Z', importedByName: '孙会计' },
};

const answers = (...items: object[]): Answers => ({
  Bills: { bills: { items, nextCursor: null } },
  BillProfiles: {
    billProfiles: [
      { name: 'carrier-bill', kind: 'carrier', encoding: 'utf-8', columns: ['运单号', '金额'], optional: ['币种', '日期'] },
      { name: 'carrier-bill-gbk', kind: 'carrier', encoding: 'gb18030', columns: ['运单号', '金额'], optional: [] },
      { name: 'insurer-bill', kind: 'insurer', encoding: 'utf-8', columns: ['订单号', '保费'], optional: ['币种', '日期'] },
    ],
  },
});

const open = (
  given: Answers,
  { locale = 'zh', permissions = ['bill.read', 'bill.import'] }: { locale?: 'zh' | 'en'; permissions?: string[] } = {},
) => renderPage(<BillsPage />, { locale, url: '/money/bills', answers: given, viewer: viewer({ permissions }) });

const [thisMonth, lastMonth] = lastMonths();

const fillIn = async ({ user }: ReturnType<typeof open>) => {
  await user.click(await screen.findByRole('button', { name: '导入账单' }));
  const dialog = await screen.findByRole('dialog', { name: '导入账单' });
  const button = within(dialog).getByRole('button', { name: '导入账单' });
  expect(button).toBeDisabled();
  expect(await within(dialog).findByText('列名为 运单号、金额，可另有 币种、日期。')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: /快递公司/ }), '顺丰');
  return { dialog, button };
};

describe('the bills', () => {
  it('are listed with what waits for a decision', async () => {
    const { container } = open(answers(row, { ...row, id: 'b2', kind: 'insurer', biller: '平安产险', openDifference: 0 }));
    expect(await screen.findByRole('link', { name: '顺丰 2026年3月' })).toHaveAttribute('href', '/money/bills/b1');
    expect(screen.getByRole('cell', { name: '−12.50' })).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '保险' })).toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('are imported from a file, and the new one opens', async () => {
    const sent = stubUploads({ status: 201, body: { id: 'b2', lineCount: 88, refusedCount: 2 } });
    const page = open(answers());
    const { dialog, button } = await fillIn(page);
    await page.user.upload(within(dialog).getByLabelText('选择文件', { selector: 'input' }), new File(['x'], '三月.csv'));
    expect(await within(dialog).findByText('已选择 三月.csv')).toBeInTheDocument();
    await page.user.click(button);
    await waitFor(() => expect(page.address()).toBe('/money/bills/b2'));
    const query = new URLSearchParams(sent[0]?.path.split('?')[1]);
    expect(Object.fromEntries(query)).toEqual({
      ...{ biller: '顺丰', period: lastMonth, profile: 'carrier-bill', tolerance: '0', name: '三月.csv' },
    });
    expect(thisMonth! > lastMonth!).toBe(true);
  });

  it('are imported from what was pasted, within a tolerance', async () => {
    const sent = stubUploads({ status: 201, body: { id: 'b3', lineCount: 1, refusedCount: 0 } });
    const page = open(answers());
    const { dialog, button } = await fillIn(page);
    const tolerance = within(dialog).getByRole('textbox', { name: /容差/ });
    await page.user.clear(tolerance);
    expect(await within(dialog).findByText('填写金额，如 1.00')).toBeInTheDocument();
    await page.user.type(tolerance, '0.50');
    await page.user.click(within(dialog).getByRole('textbox', { name: '或粘贴内容' }));
    await page.user.paste('运单号,金额\nSF1,11');
    await page.user.click(button);
    await waitFor(() => expect(sent).toHaveLength(1));
    const query = new URLSearchParams(sent[0]?.path.split('?')[1]);
    expect(Object.fromEntries(query)).toMatchObject({ tolerance: '50', pasted: '1', name: '粘贴的账单.csv' });
  });

  it('are imported of an insurer by a format of its own', async () => {
    const sent = stubUploads({ status: 201, body: { id: 'b4', lineCount: 1, refusedCount: 0 } });
    const page = open(answers());
    const { dialog, button } = await fillIn(page);
    await page.user.click(within(dialog).getByRole('combobox', { name: '谁的账单' }));
    await page.user.click(await screen.findByRole('option', { name: '保险公司' }));
    expect(await within(dialog).findByText('列名为 订单号、保费，可另有 币种、日期。')).toBeInTheDocument();
    const biller = within(dialog).getByRole('textbox', { name: /保险公司/ });
    await page.user.clear(biller);
    await page.user.type(biller, '平安产险');
    await page.user.click(within(dialog).getByRole('textbox', { name: '或粘贴内容' }));
    await page.user.paste('订单号,保费\nA-1,0.35');
    await page.user.click(button);
    await waitFor(() => expect(sent).toHaveLength(1));
    const query = new URLSearchParams(sent[0]?.path.split('?')[1]);
    expect(Object.fromEntries(query)).toMatchObject({ biller: '平安产险', profile: 'insurer-bill' });
  });

  it('keep the dialog and say why where a file is refused', async () => {
    stubUploads({ status: 400, body: { code: 'FILE_INVALID', field: 'file', allowed: ['单号', '费用'] } });
    const page = open(answers());
    const { dialog, button } = await fillIn(page);
    await page.user.upload(within(dialog).getByLabelText('选择文件', { selector: 'input' }), new File(['x'], '三月.csv'));
    await page.user.click(button);
    expect(await screen.findByText('文件与所选格式不符：文件里的列是 单号、费用。')).toBeInTheDocument();
    expect(button).toBeEnabled();
  });

  it('are none yet, and not imported by whoever only reads, in English', async () => {
    open(answers(), { locale: 'en', permissions: ['bill.read'] });
    expect(await screen.findByText('No bill yet')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Import a bill' })).not.toBeInTheDocument();
  });
});
