import { screen, within } from '@testing-library/react';
import { violationsIn } from '../../testing/axe';
import { renderPage } from '../../testing/render';
import { viewer } from '../../testing/viewer';
import { SubsidyPage } from './SubsidyPage';

const figures = {
  ...{ subsidy: 12_000, orders: 100, paidAmount: 1_000_000, returns: 8 },
  ...{ perOrder: 120, perReturn: 1_500, rate: 120 },
};
const rates = {
  months: ['2026-04', '2026-03'],
  currency: 'CNY',
  otherStores: 3,
  total: figures,
  stores: [{ id: 's1', name: '静安店', ...figures, returns: 0, perReturn: null }],
};

const open = (subsidyRates: object, locale: 'zh' | 'en' = 'zh') =>
  renderPage(<SubsidyPage />, {
    locale,
    url: '/money/subsidy?months=2026-04',
    viewer: viewer({ permissions: ['money.read'] }),
    answers: { SubsidyRates: { subsidyRates } },
  });

describe('what free returns cost', () => {
  it('stands by order, by return and against sales, in all and by store', async () => {
    const { api, container } = open(rates);
    expect(await screen.findByText('每单补贴')).toBeInTheDocument();
    for (const text of ['¥120.00', '¥1.20', '¥15.00', '1.2%']) expect(screen.getAllByText(text).length).toBeGreaterThan(0);
    const row = screen.getByRole('row', { name: /静安店/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(expect.arrayContaining(['静安店', '120.00', '100', '1.20', '0', '–', '10,000.00', '1.2%']));
    expect(screen.getByText('其余 3 家门店计入上面的合计')).toBeInTheDocument();
    expect(api.sent('SubsidyRates')[0]?.variables).toMatchObject({ months: ['2026-04'] });
    expect(await violationsIn(container)).toEqual([]);
  });

  it('says what is missing where nothing was sold or sent back', async () => {
    const none = { subsidy: 0, orders: 0, paidAmount: 0, returns: 0, perOrder: null, perReturn: null, rate: null };
    open({ ...rates, otherStores: 0, total: none, stores: [] }, 'en');
    expect(await screen.findByText('No subsidy yet')).toBeInTheDocument();
    expect(screen.getAllByText('–')).toHaveLength(3);
  });
});
