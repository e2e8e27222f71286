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
        unusual: [],
        payoutFailures: 0,
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
    const { container } = open(home({ billsToDecide: [{ id: 'b1', carrier: '顺丰', period: '2026-02', open: 12 }] }));
    const link = await screen.findByRole('link', { name: '顺丰 2026年2月账单：12 行待处理' });
    expect(link).toHaveAttribute('href', '/money/bills/b1');
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says so where nothing is to be decided', async () => {
    open(home(), 'en');
    expect(await screen.findByText('No payment waits for a decision')).toBeInTheDocument();
  });
});
