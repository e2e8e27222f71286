import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../../testing/axe';
import { type Answers } from '../../../testing/api';
import { renderPage } from '../../../testing/render';
import { stubUploads } from '../../../testing/upload';
import { viewer } from '../../../testing/viewer';
import { CardPage } from './CardPage';
import { CardsPage } from './CardsPage';

const card = {
  ...{ id: 'p1', carrier: '顺丰', validFrom: '2026-03-01', currency: 'CNY', fileName: '价目.csv', rowCount: 2 },
  ...{ importedAt: '2026-03-02T02:00:00Z', importedByName: '孙会计' },
};

const rows = [
  { id: 'r1', zone: '江苏', firstGrams: 1_000, firstPrice: 800, stepGrams: 500, stepPrice: 150 },
  { id: 'r2', zone: '', firstGrams: 1_000, firstPrice: 1_200, stepGrams: 1_000, stepPrice: 500 },
];

const columns = ['区域', '首重克', '首重价', '续重克', '续重价'];

const answers = (...items: object[]): Answers => ({
  PriceCards: { priceCards: { items, nextCursor: null } },
  PriceCardProfiles: { priceCardProfiles: [{ name: 'price-card', encoding: 'utf-8', columns }] },
});

const finance = ['bill.read', 'bill.import', 'bill.withdraw'];

interface Given {
  readonly locale?: 'zh' | 'en';
  readonly permissions?: string[];
}

const openList = (given: Answers, { locale = 'zh', permissions = finance }: Given = {}) =>
  renderPage(<CardsPage />, { locale, url: '/money/bills/price-cards', answers: given, viewer: viewer({ permissions }) });

const openCard = (given: Answers, { locale = 'zh', permissions = finance }: Given = {}) =>
  renderPage(<CardPage />, {
    ...{ locale, url: '/money/bills/price-cards/p1', path: '/money/bills/price-cards/:id' },
    ...{ answers: given, viewer: viewer({ permissions }) },
  });

const fillIn = async ({ user }: ReturnType<typeof openList>) => {
  await user.click(await screen.findByRole('button', { name: '导入价目卡' }));
  const dialog = await screen.findByRole('dialog', { name: '导入价目卡' });
  expect(await within(dialog).findByText('列名为 区域、首重克、首重价、续重克、续重价。')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: /快递公司/ }), '顺丰');
  await user.type(within(dialog).getByRole('textbox', { name: /生效日期/ }), '2026-03-01');
  await user.click(within(dialog).getByRole('textbox', { name: '或粘贴内容' }));
  await user.paste('区域,首重克,首重价,续重克,续重价\n江苏,1000,8,500,1.5');
  return within(dialog).getByRole('button', { name: '导入价目卡' });
};

describe('price cards', () => {
  it('are listed, the latest first', async () => {
    const { container } = openList(answers(card));
    expect(await screen.findByRole('link', { name: '顺丰' })).toHaveAttribute('href', '/money/bills/price-cards/p1');
    expect(screen.getByRole('cell', { name: '2026年3月1日' })).toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('are imported, and the new one opens', async () => {
    const sent = stubUploads({ status: 201, body: { id: 'p2', rowCount: 1 } });
    const page = openList(answers());
    await page.user.click(await fillIn(page));
    await waitFor(() => expect(page.address()).toBe('/money/bills/price-cards/p2'));
    const [path, query] = sent[0]!.path.split('?');
    expect(path).toBe('/price-cards');
    expect(Object.fromEntries(new URLSearchParams(query))).toEqual({
      ...{ carrier: '顺丰', validFrom: '2026-03-01', profile: 'price-card', pasted: '1', name: '粘贴的价目卡.csv' },
    });
  });

  it('say which lines of a file are wrong, and keep the dialog', async () => {
    const lines = [
      { line: 3, cell: '首重克', value: '0', code: 'NOT_A_NUMBER' },
      { line: 4, cell: '', value: '', code: 'COLUMNS_DIFFER' },
    ];
    stubUploads({ status: 400, body: { code: 'PRICE_CARD_LINES', field: 'file', details: { count: 2, lines } } });
    const page = openList(answers());
    const button = await fillIn(page);
    await page.user.click(button);
    expect(await screen.findByText('文件里有 2 处不对，价目卡没有导入。')).toBeInTheDocument();
    expect(screen.getByText('第 3 行 首重克 0：不是 1 至 1,000,000 的整克数')).toBeInTheDocument();
    expect(screen.getByText(/第 4 行.*列数与表头不同/)).toBeInTheDocument();
    expect(button).toBeEnabled();
  });

  it('are none yet, and not imported by whoever only reads, in English', async () => {
    openList(answers(), { locale: 'en', permissions: ['bill.read'] });
    expect(await screen.findByText('No price card yet')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Import a price card' })).not.toBeInTheDocument();
  });

  it('show their zones, and are removed', async () => {
    const { user, api, address, container } = openCard({
      ...answers(),
      PriceCard: { priceCard: { ...card, rows } },
      RemovePriceCard: { removePriceCard: true },
    });
    expect(await screen.findByRole('heading', { name: '顺丰 2026年3月1日起' })).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '其他地区' })).toBeInTheDocument();
    expect(screen.getByRole('cell', { name: '12.00' })).toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
    await user.click(screen.getByRole('button', { name: '移除价目卡' }));
    const asked = await screen.findByRole('dialog', { name: '移除价目卡 顺丰 2026年3月1日起' });
    await user.click(within(asked).getByRole('button', { name: '移除价目卡' }));
    await waitFor(() => expect(address()).toBe('/money/bills/price-cards'));
    expect(api.sent('RemovePriceCard')[0]?.variables).toEqual({ id: 'p1' });
  });

  it('are read by an auditor, in English; one that is gone says so', async () => {
    const shown = openCard({ PriceCard: { priceCard: { ...card, rows } } }, { locale: 'en', permissions: ['bill.read'] });
    expect(await screen.findByRole('heading', { name: '顺丰 from 1 Mar 2026' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Remove the price card' })).not.toBeInTheDocument();
    shown.unmount();
    openCard({ PriceCard: { priceCard: null } });
    expect(await screen.findByText('没有这张价目卡')).toBeInTheDocument();
  });
});
