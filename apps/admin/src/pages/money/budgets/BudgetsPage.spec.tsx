import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../testing/axe';
import { refused, type Answers } from '../../../testing/api';
import { renderPage } from '../../../testing/render';
import { pretendPhone } from '../../../testing/screen';
import { viewer } from '../../../testing/viewer';
import { BudgetsPage } from './BudgetsPage';

const budget = (change: object = {}) => ({
  ...{ id: 'b1', node: { id: 'east', name: '华东' }, kind: 'returnShippingSubsidy', month: '2026-03', currency: 'CNY' },
  ...{
    amount: 1_000_000,
    action: 'suspend',
    reason: '三月预算',
    authorName: '王芳',
    setAt: '2026-03-01T02:00:00Z',
    exact: false,
  },
  ...{ spent: 300_000, committed: 50_000, exposure: 20_000, forecast: 900_000, remaining: 650_000, overshoot: 0 },
  ...{ asOf: '2026-03-12T06:05:00Z', warnedAt: null, suspends: false, version: 2, trip: null },
  allowedActions: ['setBudget', 'removeBudget'],
  ...change,
});

const usedUp = {
  ...{ spent: 980_000, committed: 50_000, remaining: -30_000, overshoot: 30_000, warnedAt: '2026-03-11T00:00:00Z' },
  trip: { at: '2026-03-12T06:05:00Z', action: 'suspend', amount: 1_000_000, used: 1_030_000, overshoot: 30_000 },
};

const days = [
  { day: '2026-03-01', spent: 100_000, committed: 20_000 },
  { day: '2026-03-12', spent: 300_000, committed: 50_000 },
];

interface Opened {
  readonly items?: readonly object[];
  readonly url?: string;
  readonly locale?: 'zh' | 'en';
  readonly may?: boolean;
  readonly answers?: Answers;
}

function open({
  items = [budget()],
  url = '/money/budgets?month=2026-03',
  locale = 'zh',
  may = true,
  answers = {},
}: Opened = {}) {
  const allowedActions = may ? ['setBudget'] : [];
  const [first] = items;
  return renderPage(<BudgetsPage />, {
    locale,
    url,
    viewer: viewer({ permissions: ['money.read'] }),
    answers: {
      ScopeNode: { orgNode: { id: 'hq', name: '总部', type: 'headquarters', timeZone: 'Asia/Shanghai', path: [] } },
      Budgets: { budgets: { month: '2026-03', nextCursor: null, total: null, allowedActions, items } },
      Budget: { budget: { ...first, days } },
      ...answers,
    },
  });
}

describe('the budgets of a month', () => {
  it('show what is spent solid and what is committed hollow, what is left and what the month comes to', async () => {
    const { container, api } = open();
    const bar = await screen.findByRole('img', { name: '预算 ¥10,000.00，已花费 ¥3,000.00，已承诺 ¥500.00' });
    expect(bar.querySelector('[data-part="spent"]')).toHaveStyle({ width: '30%' });
    expect(bar.querySelector('[data-part="committed"]')).toHaveStyle({ width: '5%' });
    const row = screen.getByRole('row', { name: /华东/ });
    expect(row).toHaveTextContent(/预算内.*10,000\.00.*3,000\.00.*500\.00.*6,500\.00.*9,000\.00/);
    expect(api.sent('Budgets')[0]?.variables).toMatchObject({ month: '2026-03', state: null, within: null });
    expect(await violationsIn(container)).toEqual([]);
  });

  it.each([
    [{ warnedAt: '2026-03-11T00:00:00Z' }, '已用 80%', '80% used'],
    [{ ...usedUp, suspends: true }, '已用尽，暂停新承诺', 'Used up, new promises suspended'],
    [{ ...usedUp, action: 'ask' }, '已用尽，待决定', 'Used up, to decide'],
    [{ ...usedUp, action: 'alert' }, '已用尽', 'Used up'],
  ])('say how each stands', async (change, zh, en) => {
    const first = open({ items: [budget(change)] });
    expect(await screen.findByText(zh)).toBeInTheDocument();
    first.unmount();
    open({ items: [budget(change)], locale: 'en' });
    expect(await screen.findByText(en)).toBeInTheDocument();
  });

  it('are narrowed to those that wait for a decision', async () => {
    const { api } = open({ items: [], url: '/money/budgets?month=2026-03&state=undecided' });
    expect(await screen.findByRole('button', { name: '清除筛选' })).toBeInTheDocument();
    expect(api.sent('Budgets')[0]?.variables).toMatchObject({ state: 'undecided' });
  });

  it('are cards on a phone, and read only where the viewer sets none', async () => {
    const wide = pretendPhone();
    try {
      const { container } = open({ items: [budget({ allowedActions: [] })], may: false });
      expect(await screen.findByText('华东')).toBeInTheDocument();
      expect(screen.queryByRole('table')).not.toBeInTheDocument();
      expect(screen.queryByRole('button', { name: '设定预算' })).not.toBeInTheDocument();
      expect(await violationsIn(container)).toEqual([]);
    } finally {
      wide();
    }
  });

  it('say in either language that there is none yet', async () => {
    const first = open({ items: [], url: '/money/budgets' });
    expect(await screen.findByText('这个月还没有预算')).toBeInTheDocument();
    first.unmount();
    open({ items: [], url: '/money/budgets', locale: 'en' });
    expect(await screen.findByText('No budget in this month')).toBeInTheDocument();
  });
});

describe('one budget', () => {
  const url = '/money/budgets?month=2026-03&drawer=budget:b1';

  it('shows how the month burnt down, who set it and why, and as of when', async () => {
    open({ url });
    const drawer = await screen.findByRole('dialog', { name: '预算' });
    expect(await within(drawer).findByRole('img', { name: /余额 ¥6,500\.00，预计合计 ¥9,000\.00/ })).toBeInTheDocument();
    expect(drawer.querySelectorAll('polyline')).toHaveLength(3);
    expect(within(drawer).getByText('华东 · 2026年3月')).toBeInTheDocument();
    expect(within(drawer).getByText(/王芳 .* · 三月预算/)).toBeInTheDocument();
    expect(within(drawer).getByText(/截至 2026-03-12 .*，每分钟更新/)).toBeInTheDocument();
    expect(within(drawer).getByRole('link', { name: '看费用明细' })).toHaveAttribute(
      'href',
      expect.stringContaining('months=2026-03'),
    );
    expect(await violationsIn(drawer)).toEqual([]);
  });

  it('says since when new orders are promised nothing, and by how much it was overshot', async () => {
    open({ url, items: [budget({ ...usedUp, suspends: true })], locale: 'en' });
    const drawer = await screen.findByRole('dialog', { name: 'Budget' });
    expect(await within(drawer).findByText(/overshot by ¥300\.00 when it was seen/)).toHaveTextContent(
      /what was promised before is paid/,
    );
  });

  it('is removed with a reason, after saying what comes back', async () => {
    const { user, api } = open({
      url,
      items: [budget({ ...usedUp, suspends: true })],
      answers: { RemoveBudget: { removeBudget: 'b1' } },
    });
    await user.click(await screen.findByRole('button', { name: '移除预算' }));
    const dialog = await screen.findByRole('dialog', { name: '移除 华东 2026年3月的预算' });
    expect(dialog).toHaveTextContent('移除后立即恢复新的下单承诺');
    await user.type(within(dialog).getByLabelText(/原因/), '改用季度预算');
    await user.click(within(dialog).getByRole('button', { name: '移除 华东 2026年3月的预算' }));
    await waitFor(() => expect(api.sent('RemoveBudget')[0]?.variables).toEqual({ id: 'b1', version: 2, reason: '改用季度预算' }));
  });
});

describe('setting a budget', () => {
  it('asks for amount, action and reason, and says what the action does', async () => {
    const { user, api } = open({ answers: { SetBudget: { setBudget: { id: 'b2', suspends: false } } } });
    await user.click(await screen.findByRole('button', { name: '设定预算' }));
    const dialog = await screen.findByRole('dialog', { name: '设定预算' });
    const confirm = within(dialog).getByRole('button', { name: '设定预算' });
    await user.type(within(dialog).getByLabelText(/预算（元）/), '12,000.5x');
    expect(within(dialog).getByText('填大于 0 的金额，最多两位小数')).toBeInTheDocument();
    await user.clear(within(dialog).getByLabelText(/预算（元）/));
    await user.type(within(dialog).getByLabelText(/预算（元）/), '12000.50');
    expect(confirm).toBeDisabled();
    expect(within(dialog).getByText('只提醒，新订单照常承诺。')).toBeInTheDocument();
    await user.click(within(dialog).getByRole('combobox', { name: /用尽时/ }));
    await user.click(await screen.findByRole('option', { name: '暂停新承诺' }));
    expect(within(dialog).getByText(/新付款的订单不再承诺退货包运费/)).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText(/原因/), '三月');
    await user.click(confirm);
    await waitFor(() => expect(api.sent('SetBudget')).toHaveLength(1));
    expect(api.sent('SetBudget')[0]?.variables['input']).toMatchObject({
      ...{ nodeId: 'hq', kind: 'returnShippingSubsidy', amount: 1_200_050, action: 'suspend', reason: '三月', version: 0 },
    });
  });

  it('changes one by the version that was seen, and keeps what was typed where somebody was faster', async () => {
    const { user, api } = open({
      url: '/money/budgets?month=2026-03&drawer=budget:b1',
      locale: 'en',
      answers: { SetBudget: refused('STALE_VERSION', { field: 'version' }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Change the budget' }));
    const dialog = await screen.findByRole('dialog', { name: 'Change the budget of 华东, Mar 2026' });
    const amount = within(dialog).getByLabelText(/Budget \(¥\)/);
    expect(amount).toHaveValue('10000.00');
    await user.clear(amount);
    await user.type(amount, '20000');
    await user.type(within(dialog).getByLabelText(/Reason/), 'Spring');
    await user.click(within(dialog).getByRole('button', { name: 'Change the budget of 华东, Mar 2026' }));
    expect(await within(dialog).findByRole('alert')).toBeInTheDocument();
    expect(amount).toHaveValue('20000');
    expect(api.sent('SetBudget')[0]?.variables['input']).toMatchObject({
      ...{ nodeId: 'east', month: '2026-03', amount: 2_000_000, version: 2 },
    });
  });
});
