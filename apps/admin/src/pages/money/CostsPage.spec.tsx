import { screen, within } from '@testing-library/react';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { CostsPage } from './CostsPage';

const store = (value: string, label: string) => ({ dimension: 'store', value, label, text: null });
const reason = { dimension: 'reason', value: 'unfit', label: 'unfit', text: { zh: '不合适', en: 'Does not suit' } };

const report = {
  totalAmount: 1_000,
  otherAmount: 0,
  otherRows: 0,
  currency: 'CNY',
  months: ['2026-04', '2026-03'],
  exportUrl: '/exports/costs.csv?by=store',
  sheetUrl: '/exports/costs.xlsx?by=store',
  comparison: null,
  rows: [{ amount: 1_000, cases: 2, keys: [store('s1', '静安店'), reason] }],
};
const whole = (before: number | null, cases: number | null = 2) => ({
  rows: [{ cases, before, keys: [{ dimension: 'store', value: 's1' }] }],
});

const open = (url: string, answer: object, locale: 'zh' | 'en' = 'zh') =>
  renderPage(<CostsPage />, {
    locale,
    url,
    viewer: viewer({ permissions: ['money.read', 'money.export'] }),
    answers: { CostReport: answer },
  });

const cellsOf = (name: RegExp) =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('the cost report', () => {
  it('sets two months side by side, the rest of the other one too, and says which days are compared', async () => {
    const comparison = { month: '2026-03', totalAmount: 900, throughDay: 10 };
    const answer = { wholeRows: whole(600), costReport: { ...report, comparison } };
    const { api, container } = open('/money/costs?by=store,reason&months=2026-04&compare=2026-03', answer);
    expect(await screen.findByText('两个月都算到 10 日；2026年3月同期 ¥9.00')).toBeInTheDocument();
    expect(api.sent('CostReport')[0]?.variables).toMatchObject({ comparedWith: '2026-03', filter: { months: ['2026-04'] } });
    expect(screen.getByRole('columnheader', { name: /不合适/ })).toBeInTheDocument();
    expect(cellsOf(/静安店/)).toEqual(['静安店', '10.00', '10.00', '6.00', '+4.00', '2']);
    expect(cellsOf(/合计/)).toEqual(['合计', '10.00', '10.00', '9.00', '+1.00', '']);
    expect(cellsOf(/仅对比月有/)).toEqual(['仅对比月有', '0.00', '3.00', '−3.00', '']);
    expect(await violationsIn(container)).toEqual([]);
  });

  it('compares nothing where no single month is looked at', async () => {
    const { api } = open('/money/costs?by=store&compare=2026-03', { wholeRows: whole(null, null), costReport: report }, 'en');
    await screen.findByText('Total ¥10.00');
    expect(api.sent('CostReport')[0]?.variables).toMatchObject({ comparedWith: null });
    expect(screen.getByRole('combobox', { name: 'Compare with' })).toHaveAttribute('aria-disabled', 'true');
    expect(screen.queryByRole('columnheader', { name: 'Before (¥)' })).toBeNull();
    expect(cellsOf(/静安店/).at(-1)).toBe('–');
  });

  it('asks for the chain as it is organised now', async () => {
    const { api, user } = open('/money/costs', { wholeRows: whole(null), costReport: report });
    await user.click(await screen.findByRole('combobox', { name: '组织归属' }));
    await user.click(screen.getByRole('option', { name: '按现在的组织' }));
    await screen.findByText('合计 ¥10.00');
    expect(api.sent('CostReport').at(-1)?.variables).toMatchObject({ filter: { organised: 'now' } });
  });
});
