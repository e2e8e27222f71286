import { screen } from '@testing-library/react';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { MoneyPage } from './MoneyPage';

const home = (change: object = {}) => ({
  MoneyHome: {
    moneyHome: {
      ...{
        month: '2026-03',
        cost: 0,
        sameDays: { days: 3, cost: 0, before: 0 },
        lastMonth: { month: '2026-02', cost: 123_400 },
        storesIn: { month: '2026-02', days: null },
        unusual: [],
        payoutFailures: 0,
        budget: null,
        budgetsUndecided: 0,
        openClaims: 0,
        budgetsWarned: [],
        monthToClose: null,
      },
      ...{ byBearer: [], topStores: [], refundsDue: [], billsToDecide: [], ...change },
    },
  },
});

const open = (answers: ReturnType<typeof home>, locale: 'zh' | 'en' = 'zh') =>
  renderPage(<MoneyPage />, { locale, answers, viewer: viewer({ permissions: ['moneyHome.read', 'money.read', 'bill.read'] }) });

describe('finance’s landing page', () => {
  it('leads to bills with differences to decide', async () => {
    const { container } = open(home({ billsToDecide: [{ id: 'b1', biller: '顺丰', period: '2026-02', open: 12 }] }));
    const link = await screen.findByRole('link', { name: '顺丰 2026年2月账单：12 行待处理' });
    expect(link).toHaveAttribute('href', '/money/bills/b1');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('names a store that costs much more than before, and what most of it is', async () => {
    const key = (dimension: string, value: string, text: object | null = null) => ({ dimension, value, label: value, text });
    const why = [key('reason', 'unfit', { zh: '不合适', en: 'Does not suit' }), key('component', 'freight-subsidy')];
    const unusual = [
      {
        store: { amount: 30_000, before: 10_000, keys: [key('store', '静安店')] },
        why: { amount: 22_000, before: 4_000, keys: why },
      },
    ];
    open(home({ unusual, storesIn: { month: '2026-03', days: 9 }, sameDays: { days: 9, cost: 30_000, before: 10_000 } }), 'en');
    expect(await screen.findByRole('link', { name: '静安店' })).toHaveAttribute('href', expect.stringContaining('store%3D'));
    expect(screen.getAllByText('First 9 days: ¥300.00; same days last month: ¥100.00')).toHaveLength(2);
    expect(screen.getByText('Mostly Does not suit · Free returns: ¥180.00 more')).toBeInTheDocument();
  });

  it('shows what the last month cost, and in the first days of a month compares that one', async () => {
    const key = { dimension: 'store', value: '静安店', label: '静安店', text: null };
    const unusual = [{ store: { amount: 30_000, before: 10_000, keys: [key] }, why: { amount: 1, before: 0, keys: [] } }];
    open(home({ unusual }), 'en');
    const last = await screen.findByRole('link', { name: 'Feb 2026: ¥1,234.00' });
    expect(last).toHaveAttribute('href', '/money/costs?months=2026-02');
    expect(screen.getByText('Feb 2026: ¥300.00; the month before: ¥100.00')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: '静安店' })).toHaveAttribute('href', expect.stringContaining('months=2026-02'));
  });

  it('says so where nothing is to be decided', async () => {
    open(home(), 'en');
    expect(await screen.findByText('No payment waits for a decision')).toBeInTheDocument();
  });
});
