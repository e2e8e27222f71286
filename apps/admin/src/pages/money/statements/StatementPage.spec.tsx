import { mock } from 'node:test';
import { screen, within } from '@testing-library/react';
import { violationsIn } from '../../../testing/axe';
import { renderPage } from '../../../testing/render';
import { viewer } from '../../../testing/viewer';
import { StatementPage } from './StatementPage';

const line = (id: string, amount: number, more: object = {}) => ({
  id,
  postedAt: '2026-03-05T02:00:00Z',
  cause: 'returnShipped',
  causePeriod: null,
  component: 'freight-subsidy',
  bearer: 'HQ',
  carrier: '中通',
  amount,
  caseId: `case-${id}`,
  caseCode: `AS-${id}`,
  ...more,
});

const statement = {
  node: { id: 's1', name: '静安店' },
  period: '2026-03',
  closing: { closedAt: '2026-04-03T02:00:00Z', personName: '王芳' },
  accounts: [
    { bearer: 'HQ', currency: 'CNY', opening: 10_000, entries: 1_500, closing: 11_500 },
    { bearer: 'branch', currency: 'CNY', opening: 200, entries: -100, closing: 100 },
  ],
  returnedSales: [{ currency: 'CNY', amount: 18_900 }],
  lineCount: 2,
  lines: [line('1', 1_500), line('2', -100, { cause: 'reversal', causePeriod: '2026-02', bearer: 'branch' })],
  days: [],
  exportUrl: '/exports/statement.csv?node=s1&period=2026-03',
  sheetUrl: '/exports/statement.xlsx?node=s1&period=2026-03',
};

const store = { id: 's1', name: '静安店', type: 'store', timeZone: 'Asia/Shanghai' };

const open = (url: string, change: object = {}, unit: object = store, locale: 'zh' | 'en' = 'zh') =>
  renderPage(<StatementPage />, {
    locale,
    url,
    path: url.split('?')[0] === '/money/statements' ? '/money/statements' : '/money/statements/:nodeId/:period',
    viewer: viewer({ permissions: ['money.read', 'money.export'] }),
    answers: {
      StatementMonths: { orgNode: unit, costReport: { months: ['2026-04', '2026-03'] } },
      Statement: { statement: { ...statement, ...change } },
    },
  });

describe('a store’s statement', () => {
  it('adds up by bearer, seals a closed month, and says of a late entry where it belongs', async () => {
    const { container } = open('/money/statements/s1/2026-03');
    const accounts = await screen.findByRole('table', { name: '按承担方' });
    const sums = within(accounts).getAllByRole('row').at(-1)!;
    expect(sums).toHaveTextContent(/合计.*102\.00.*14\.00.*116\.00/);
    expect(screen.getByText(/已结账 .*王芳/)).toBeInTheDocument();
    expect(screen.getByText('属于2026年2月')).toBeInTheDocument();
    expect(screen.getByText(/退回的销售额 ¥189\.00/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'AS-2' })).toHaveAttribute('href', '/cases/case-2');
    expect(screen.getByRole('link', { name: 'CSV' })).toHaveAttribute('href', statement.exportUrl);
    expect(screen.getByRole('link', { name: 'XLSX' })).toHaveAttribute('href', statement.sheetUrl);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('is printed as it is shown, without what is only pressed', async () => {
    const print = mock.fn();
    window.print = print;
    const { user } = open('/money/statements/s1/2026-03');
    await user.click(await screen.findByRole('button', { name: '打印' }));
    expect(print.mock.callCount()).toBe(1);
  });

  it('opens the latest month of the store in scope, and another one by its name', async () => {
    const { user, api, address } = open('/money/statements?scope=s1', { closing: null }, store, 'en');
    expect(await screen.findByText('Open, may still change')).toBeInTheDocument();
    expect(api.sent('Statement')[0]?.variables).toEqual({ nodeId: 's1', period: '2026-04' });
    await user.click(screen.getByRole('combobox', { name: 'Month' }));
    await user.click(screen.getByRole('option', { name: 'Mar 2026' }));
    expect(address()).toContain('/money/statements/s1/2026-03');
  });

  it('shows the days of a month with more lines than anybody reads', async () => {
    const days = [{ day: '2026-03-05', bearer: 'HQ', currency: 'CNY', lines: 700, amount: 1_400 }];
    open('/money/statements/s1/2026-03', { lines: [], days, lineCount: 700 });
    expect(await screen.findByText('700')).toBeInTheDocument();
    expect(screen.getByText('14.00')).toBeInTheDocument();
  });

  it('asks for a store where the scope is none', async () => {
    open('/money/statements', {}, { ...store, id: 'hq', name: '总部', type: 'headquarters' });
    expect(await screen.findByText('选择门店后显示对账单')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '打印' })).not.toBeInTheDocument();
  });
});
