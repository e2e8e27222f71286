import { screen, waitFor, within } from '@testing-library/react';
import type { Locale } from '../../i18n/messages';
import { renderPage } from '../../testing/render';
import { ApplyDialog } from './ApplyDialog';
import type { Order } from './documents';
import { WhatIf } from './WhatIf';

const order = {
  ...{ id: 'o1', buyerName: '王女士', currency: 'CNY' },
  lines: [
    { id: 'l1', name: '羽绒服', available: 3 },
    { id: 'l2', name: '围巾', available: 1 },
    { id: 'l3', name: '手套', available: 0 },
  ],
} as unknown as Order;

const reason = (code: string, group: string, zh: string, classZh: string, followUp: string | null = null) => ({
  ...{ code, class: group, types: ['RR', 'RO'] },
  ...{ label: { zh, en: code }, classLabel: { zh: classZh, en: group } },
  followUp: followUp === null ? null : { zh: followUp, en: followUp },
});

const returnReasons = [
  reason('manufacturingDefect', 'quality', '做工或性能有缺陷', '质量问题'),
  reason('unfit', 'expectation', '不合适', '不想要了', '偏大、偏小，还是风格不合适？'),
  reason('changedMind', 'expectation', '改变主意', '不想要了'),
];

const nothing = { at: null, amount: null, reason: null, type: null, photos: null, invoicePhotos: null, lines: null };
const refused = {
  ...{
    eligible: false,
    overrulable: false,
    maxAmount: 0,
    restockingFee: 0,
    photos: { goods: 1, invoice: 0 },
    freight: { payer: 'buyer', merchantBps: 0, coveredAtMost: null },
  },
  trace: [{ rule: 'window', passed: false, text: { zh: '已过售后期', en: 'The windows are over' } }],
  flips: [{ ...nothing, kind: 'reason', reason: 'manufacturingDefect' }],
};

const answers = {
  ReturnReasons: { returnReasons },
  CheckApplication: { checkApplication: refused },
  WhatIf: {
    whatIf: {
      at: '2026-11-22T02:00:00Z',
      eligibility: refused,
      windows: [{ key: 'noReasonDays', days: 7, endsAt: '2026-11-20T16:00:00Z' }],
      next: null,
      goods: [{ rule: 'returnRouting', text: { zh: '寄到供货商', en: 'Goes to the supplier' } }],
      rules: [{ kind: 'afterSalesRules', field: 'noReasonDays', source: '总部 2026 版' }],
    },
  },
};

const dialog = (locale: Locale = 'zh') =>
  renderPage(<ApplyDialog order={order} onClose={() => undefined} />, { locale, answers });

type User = ReturnType<typeof dialog>['user'];

async function choose(user: User, field: string, option: string) {
  await user.click(screen.getByRole('combobox', { name: new RegExp(`^${field}(?!大类)`) }));
  await user.click(within(await screen.findByRole('listbox')).getByRole('option', { name: option }));
}

describe('an application for a buyer', () => {
  it('asks for the pieces of each line and for the reason in two levels', async () => {
    const { user, api } = dialog();
    await choose(user, '羽绒服的件数', '2');
    await choose(user, '原因大类', '不想要了');
    await choose(user, '原因', '不合适');
    await waitFor(() =>
      expect(api.sent('CheckApplication').at(-1)?.variables).toEqual({
        input: {
          ...{ orderId: 'o1', type: 'RR', reason: 'unfit' },
          lines: [
            { orderLineId: 'l1', quantity: 2 },
            { orderLineId: 'l2', quantity: 1 },
          ],
        },
      }),
    );
    expect(screen.queryByText(/手套/)).not.toBeInTheDocument();
  });

  it('says what would do instead of what is refused', async () => {
    const { user } = dialog();
    await choose(user, '原因大类', '不想要了');
    await choose(user, '原因', '改变主意');
    const verdict = await screen.findByText('原因改为「做工或性能有缺陷」可以申请。');
    expect(verdict.parentElement).toHaveTextContent('已过售后期');
  });
});

describe('the question of a reason', () => {
  const yes = { ...refused, eligible: true, flips: [], trace: [] };
  const filing = () =>
    renderPage(<ApplyDialog order={order} onClose={() => undefined} />, {
      answers: { ...answers, CheckApplication: { checkApplication: yes }, Apply: { apply: { id: 'c1', code: 'C1' } } },
    });
  const question = () => screen.queryByRole('textbox', { name: '偏大、偏小，还是风格不合适？' });

  it('is answered under the reason that asks it', async () => {
    const { user, api } = filing();
    await choose(user, '原因大类', '不想要了');
    expect(question()).not.toBeInTheDocument();
    await choose(user, '原因', '不合适');
    await user.type(question()!, ' 偏小一码 ');
    await screen.findByText(/^可以申请/);
    await user.click(screen.getByRole('button', { name: '代买家申请售后' }));
    await waitFor(() => expect(api.sent('Apply').at(-1)?.variables).toMatchObject({ input: { followUpAnswer: '偏小一码' } }));
  });

  it('goes with its answer when another reason is chosen', async () => {
    const { user, api } = filing();
    await choose(user, '原因大类', '不想要了');
    await choose(user, '原因', '不合适');
    await user.type(question()!, '偏小');
    await choose(user, '原因', '改变主意');
    expect(question()).not.toBeInTheDocument();
    await screen.findByText(/^可以申请/);
    await user.click(screen.getByRole('button', { name: '代买家申请售后' }));
    await waitFor(() => expect(api.sent('Apply').at(-1)?.variables['input']).not.toHaveProperty('followUpAnswer'));
  });
});

describe('a rule that may be overruled', () => {
  it('asks for the reason before it files the case against the rules', async () => {
    const may = { ...refused, overrulable: true, flips: [] };
    const { user, api } = renderPage(<ApplyDialog order={order} onClose={() => undefined} />, {
      answers: { ...answers, CheckApplication: { checkApplication: may }, Apply: { apply: { id: 'c1', code: 'C1' } } },
    });
    await choose(user, '原因大类', '不想要了');
    await choose(user, '原因', '不合适');
    const file = screen.getByRole('button', { name: '代买家申请售后' });
    const why = await screen.findByRole('textbox', { name: '推翻规则的原因' });
    expect(file).toBeDisabled();
    await user.type(why, '老客户');
    await user.click(file);
    await waitFor(() => expect(api.sent('Apply').at(-1)?.variables).toMatchObject({ input: { overrule: '老客户' } }));
  });
});

describe('contact first', () => {
  const lacks = {
    ...refused,
    trace: [{ rule: 'contactFirst', passed: false, text: { zh: '请填写沟通记录', en: '' } }],
    flips: [],
  };
  const yes = { ...refused, eligible: true, flips: [], trace: [] };

  it('asks staff how they spoke with the buyer, and files it with the case', async () => {
    const { user, api } = renderPage(<ApplyDialog order={order} onClose={() => undefined} />, {
      answers: {
        ...answers,
        CheckApplication: ({ input }: { input: { contact?: object } }) => ({ checkApplication: input.contact ? yes : lacks }),
        Apply: { apply: { id: 'c1', code: 'C1' } },
      },
    });
    await choose(user, '原因大类', '不想要了');
    await choose(user, '原因', '不合适');
    await user.type(await screen.findByRole('textbox', { name: /^沟通内容/ }), '袖子短了');
    await screen.findByText(/^可以申请/);
    await user.click(screen.getByRole('button', { name: '代买家申请售后' }));
    await waitFor(() =>
      expect(api.sent('Apply').at(-1)?.variables).toMatchObject({ input: { contact: { channel: 'phone', note: '袖子短了' } } }),
    );
  });
});

describe('the reasons of an application', () => {
  const freight = (key: string, payer: string) => ({ class: key, payer, merchantBps: 0, coveredAtMost: null });

  it('have who pays the freight beside each, by the goods and the wish that were chosen', async () => {
    const reasonFreight = [freight('expectation', 'buyer'), freight('quality', 'merchant')];
    const { user, api } = renderPage(<ApplyDialog order={order} onClose={() => undefined} />, {
      answers: { ...answers, ReasonFreight: { reasonFreight } },
    });
    await waitFor(() =>
      expect(api.sent('ReasonFreight').at(-1)?.variables).toMatchObject({ input: { orderId: 'o1', type: 'RR' } }),
    );
    await user.click(screen.getByRole('combobox', { name: /^原因大类/ }));
    const options = within(await screen.findByRole('listbox')).getAllByRole('option');
    expect(options.map((option) => option.textContent)).toContain('不想要了退货运费：买家承担');
  });
});

describe('a trial', () => {
  it('tells outcome, windows, and who set the rules, in both languages', async () => {
    const { user } = renderPage(<WhatIf order={order} />, { locale: 'en', answers });
    await choose(user, 'Kind of reason', 'expectation');
    await choose(user, 'Reason', 'changedMind');
    expect(await screen.findByText('It can be filed with the reason “manufacturingDefect”.')).toBeInTheDocument();
    expect(screen.getByText(/总部 2026 版/)).toBeInTheDocument();
    expect(screen.getByText(/1 rule applies/)).toBeInTheDocument();
    const goods = screen.getByRole('list', { name: 'Where the goods go once it is agreed' });
    expect(within(goods).getByText('Goes to the supplier')).toBeInTheDocument();
  });
});
