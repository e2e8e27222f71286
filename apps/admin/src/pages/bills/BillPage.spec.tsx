import { screen, waitFor, within } from '@testing-library/react';
import { violationsIn } from '../../testing/axe';
import { refused, type Answers } from '../../testing/api';
import { renderPage } from '../../testing/render';
import { pretendPhone, pretendWide } from '../../testing/screen';
import { viewer } from '../../testing/viewer';
import { BillPage } from './BillPage';

const sum = (outcome: string, open = 0, openDifference = 0) => ({
  ...{ outcome, lines: open, difference: openDifference, open, openDifference },
});

const billOf = (change: object = {}) => ({
  bill: {
    ...{ id: 'b1', kind: 'carrier', biller: '顺丰', period: '2026-03', currency: 'CNY', fileName: '三月.csv', amount: 98_000 },
    ...{
      lineCount: 90,
      refusedCount: 1,
      importedAt: '2026-04-02T02:00:00Z',
      importedByName: '孙会计',
      open: 3,
      byPriceCard: null,
    },
    outcomes: [sum('matched'), sum('amountDiffers', 2, 450), sum('unknown', 1, 800), sum('billedTwice'), sum('notBilled')],
    ...change,
  },
});

const parcel = {
  ...{ id: 's1', direction: 'return', prepaid: true, shippedAt: '2026-03-05T02:00:00Z', deliveredAt: null },
  cases: [{ id: 'c1', code: 'AS8841', node: { id: 'n1', name: '鼓楼店' } }],
};

const lineOf = (change: object = {}) => ({
  ...{ id: 'l1', line: 7, number: 'SF101', billedOn: null, outcome: 'amountDiffers', billed: 1_350, expected: 1_100 },
  ...{ difference: 250, status: 'open', reason: null, decidedAt: null, decidedByName: null, version: 1, parcel, orders: [] },
  ...{ grams: null, zone: null, byPriceCard: null },
  ...change,
});

const second = lineOf({ id: 'l2', number: 'SF102', line: 9, difference: 200, billed: 1_300 });

const lines = (...items: object[]) => ({ billLines: { items, nextCursor: null } });

const posting = (change: object = {}) => ({
  billPosting: {
    ...{ stands: true, period: '2026-04', digest: 'd1', line: lineOf() },
    lines: [
      {
        ...{ account: 'expense', component: 'freight-fault', bearer: 'branch', amount: 250, caseCode: 'AS8841' },
        bearerNode: { id: 'n1', name: '鼓楼店' },
      },
      { account: 'carrierPayable', component: 'freight-fault', bearer: null, bearerNode: null, amount: -250, caseCode: 'AS8841' },
    ],
    ...change,
  },
});

const usual: Answers = { Bill: billOf(), BillLines: lines(lineOf(), second), BillPosting: posting() };

const finance = ['bill.read', 'bill.import', 'bill.withdraw', 'bill.accept', 'bill.dispute'];

const open = (
  answers: Answers,
  {
    locale = 'zh',
    permissions = finance,
    url = '/money/bills/b1',
  }: { locale?: 'zh' | 'en'; permissions?: string[]; url?: string } = {},
) => renderPage(<BillPage />, { locale, url, path: '/money/bills/:id', answers, viewer: viewer({ permissions }) });

const dialog = () => screen.findByRole('dialog');

describe('a carrier’s bill', () => {
  let restore: () => void;
  beforeEach(() => {
    restore = pretendWide();
  });
  afterEach(() => restore());

  it('opens on the first difference, with each one’s sum on its tab and the line beside our case', async () => {
    const { api, container } = open(usual);
    expect(await screen.findByRole('heading', { name: '顺丰 2026年3月' })).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: '金额不符 2 +¥4.50' })).toHaveAttribute('aria-selected', 'true');
    expect(screen.getByRole('tab', { name: '查无包裹 1 +¥8.00' })).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: '应收未列 0' })).toBeInTheDocument();
    const theirs = await screen.findByRole('region', { name: '账单行' });
    expect(theirs).toHaveTextContent('SF101');
    expect(theirs).toHaveTextContent('¥13.50');
    const ours = screen.getByRole('region', { name: '我方售后单' });
    expect(within(ours).getByRole('link', { name: 'AS8841' })).toHaveAttribute('href', '/cases/c1');
    expect(ours).toHaveTextContent('退货，预付面单');
    expect(ours).toHaveTextContent('¥11.00');
    expect(api.sent('BillLines')[0]?.variables).toMatchObject({ billId: 'b1', outcome: 'amountDiffers', open: true });
    expect(await violationsIn(container)).toEqual([]);
  });

  it('accepts a difference with its sum on the button, the posting shown before', async () => {
    const { user, api } = open({ ...usual, AcceptBillLine: { acceptBillLine: { id: 'l1' } } });
    await user.click(await screen.findByRole('button', { name: '接受差额 +¥2.50' }));
    const asked = await dialog();
    expect(await within(asked).findByText('将记入2026年4月的分录')).toBeInTheDocument();
    expect(asked).toHaveTextContent('分店 鼓楼店 · 过错方运费');
    expect(asked).toHaveTextContent('顺丰应付');
    await user.click(within(asked).getByRole('button', { name: '接受差额 +¥2.50' }));
    await waitFor(() => expect(api.sent('AcceptBillLine')[0]?.variables).toEqual({ id: 'l1', version: 1, digest: 'd1' }));
    expect(await screen.findByRole('region', { name: '账单行' })).toHaveTextContent('SF102');
  });

  it('says what the price card asks for a line, and for the bill', async () => {
    const byPriceCard = { compared: 80, notCompared: 10, aboveLines: 3, above: 1_250 };
    const dear = lineOf({ grams: 1_200, zone: '江苏', byPriceCard: { price: 1_200, gap: null } });
    const unweighed = lineOf({ id: 'l2', number: 'SF102', byPriceCard: { price: null, gap: 'noWeight' } });
    const { user } = open({ ...usual, Bill: billOf({ byPriceCard }), BillLines: lines(dear, unweighed) });
    expect(await screen.findByText(/可比较的 80 行中，3 行多收，合计 ¥12.50；另有 10 行无法比较/)).toBeInTheDocument();
    const theirs = await screen.findByRole('region', { name: '账单行' });
    expect(theirs).toHaveTextContent('1,200 克');
    expect(theirs).toHaveTextContent('价目卡¥12.00，多收 ¥1.50');
    await user.keyboard('j');
    expect(screen.getByRole('region', { name: '账单行' })).toHaveTextContent('价目卡账单没有重量');
  });

  it('says in English where nothing is beyond the price card', async () => {
    const byPriceCard = { compared: 1, notCompared: 0, aboveLines: 0, above: 0 };
    const line = lineOf({ byPriceCard: { price: 1_400, gap: null } });
    open({ ...usual, Bill: billOf({ byPriceCard }), BillLines: lines(line) }, { locale: 'en' });
    expect(await screen.findByText('Price card: none of 1 line compared asks more')).toBeInTheDocument();
    expect(await screen.findByText('¥14.00, ¥0.50 less')).toBeInTheDocument();
  });

  it('moves by j and k, accepts by a, disputes by d', async () => {
    const { user, api } = open({ ...usual, DisputeBillLine: { disputeBillLine: { id: 'l2' } } });
    await screen.findByRole('region', { name: '账单行' });
    await user.keyboard('j');
    expect(screen.getByRole('region', { name: '账单行' })).toHaveTextContent('SF102');
    await user.keyboard('k');
    expect(screen.getByRole('region', { name: '账单行' })).toHaveTextContent('SF101');
    await user.keyboard('a');
    expect(await dialog()).toHaveAccessibleName('接受差额 SF101');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await user.keyboard('jd');
    const asked = await dialog();
    expect(asked).toHaveAccessibleName('提出异议 SF102');
    await user.type(within(asked).getByRole('textbox', { name: /理由/ }), '与合同价不符');
    await user.click(within(asked).getByRole('button', { name: '提出异议' }));
    await waitFor(() =>
      expect(api.sent('DisputeBillLine')[0]?.variables).toEqual({ id: 'l2', version: 1, reason: '与合同价不符' }),
    );
  });

  it('says what has changed since the import, and shows the new posting where the books refused the old one', async () => {
    let times = 0;
    const moved = () =>
      posting({ digest: `d${String((times += 1))}`, line: lineOf({ outcome: 'billedTwice', difference: 1_350 }) });
    const { user, api } = open({ ...usual, BillPosting: moved, AcceptBillLine: refused('BILL_POSTING_CHANGED') });
    await user.click(await screen.findByRole('button', { name: '接受差额 +¥2.50' }));
    expect(await screen.findByText('导入之后分录有变动，现在是「重复计费」，差额 +¥13.50。')).toBeInTheDocument();
    await user.click(within(await dialog()).getByRole('button', { name: '接受差额 +¥13.50' }));
    expect(await screen.findByText('显示之后分录有变动，核对新的分录后再接受。')).toBeInTheDocument();
    await waitFor(() => expect(api.sent('BillPosting')).toHaveLength(2));
    await user.click(await screen.findByRole('button', { name: '接受差额 +¥13.50' }));
    await waitFor(() => expect(api.sent('AcceptBillLine')[1]?.variables).toMatchObject({ digest: 'd2' }));
  });

  it('offers nothing about a line that differs no more', async () => {
    const { user } = open({ ...usual, BillPosting: posting({ stands: false, lines: [] }) });
    await user.click(await screen.findByRole('button', { name: '接受差额 +¥2.50' }));
    expect(await screen.findByText(/这一行已无差异/)).toBeInTheDocument();
    expect(within(await dialog()).getByRole('button', { name: /^接受差额/ })).toBeDisabled();
  });

  it('accepts in bulk batch by batch, the sum of all on the button', async () => {
    const batches = [
      { accepted: 100, difference: 400, moved: 1, next: { after: 100, lines: 20, difference: 50 } },
      { accepted: 20, difference: 50, moved: 0, next: null },
    ];
    let at = 0;
    const { user, api } = open({
      ...usual,
      BillWithin: ({ tolerance }: { tolerance: number }) => ({
        billWithin: tolerance === 100 ? { lines: 120, difference: 450 } : { lines: 0, difference: 0 },
      }),
      AcceptBillLines: () => ({ acceptBillLines: batches[at++] }),
    });
    await user.click(await screen.findByRole('button', { name: '批量接受' }));
    const asked = await dialog();
    expect(await within(asked).findByRole('button', { name: '接受 120 行，差额合计 +¥4.50' })).toBeEnabled();
    const field = within(asked).getByRole('textbox', { name: /每行差额不超过/ });
    await user.clear(field);
    await user.type(field, '0.1');
    expect(await within(asked).findByText('没有差额在这个范围内的行。')).toBeInTheDocument();
    await user.clear(field);
    await user.type(field, '1');
    await user.click(await within(asked).findByRole('button', { name: '接受 120 行，差额合计 +¥4.50' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const stated = { billId: 'b1', outcome: 'amountDiffers', tolerance: 100 };
    expect(api.sent('AcceptBillLines').map(({ variables }) => variables)).toEqual([
      { input: { ...stated, lines: 120, difference: 450 } },
      { input: { ...stated, after: 100, lines: 20, difference: 50 } },
    ]);
  });

  it('of an insurer stands beside our order, in words of premiums', async () => {
    const node = { id: 'n1', name: '鼓楼店' };
    const order = { id: 'o1', code: 'SO7', paidAt: '2026-03-05T02:00:00Z', cancelledAt: '2026-03-06T02:00:00Z', node };
    const premium = lineOf({ number: 'A-1', billed: 50, expected: 35, difference: 15, parcel: null, orders: [order] });
    const { container } = open({
      ...usual,
      Bill: billOf({ kind: 'insurer', biller: '平安产险' }),
      BillLines: ({ outcome }: { outcome: string }) =>
        outcome === 'unknown' ? lines({ ...premium, outcome, expected: null }) : lines(premium),
    });
    expect(await screen.findByText(/保险账单 · 三月.csv/)).toBeInTheDocument();
    const ours = await screen.findByRole('region', { name: '我方订单' });
    expect(within(ours).getByRole('link', { name: 'SO7' })).toHaveAttribute('href', '/orders/o1');
    expect(ours).toHaveTextContent('鼓楼店');
    expect(ours).toHaveTextContent('取消');
    expect(screen.getByRole('columnheader', { name: '订单号' })).toBeInTheDocument();
    expect(await violationsIn(container)).toEqual([]);
  });

  it('of an insurer says where an order is not insured', async () => {
    const order = { id: 'o1', code: 'SO7', paidAt: null, cancelledAt: null, node: { id: 'n1', name: '鼓楼店' } };
    const uninsured = lineOf({ number: 'A-1', outcome: 'unknown', expected: null, parcel: null, orders: [order] });
    open(
      { ...usual, Bill: billOf({ kind: 'insurer', biller: '平安产险' }), BillLines: lines(uninsured) },
      { url: '/money/bills/b1?tab=unknown' },
    );
    expect(await screen.findByRole('tab', { name: '查无投保订单 1 +¥8.00' })).toHaveAttribute('aria-selected', 'true');
    expect(await screen.findByText('这张订单没有投保，不应有保费。')).toBeInTheDocument();
  });

  it('disputes the chosen lines for one reason, and says which were left and why', async () => {
    const results = [
      { id: 'l1', code: null },
      { id: 'l2', code: 'BILL_LINE_DECIDED' },
    ];
    const { user, api } = open({ ...usual, DisputeBillLines: { disputeBillLines: results } });
    await user.click(await screen.findByRole('checkbox', { name: /SF101/ }));
    await user.click(screen.getByRole('checkbox', { name: /SF102/ }));
    await user.click(screen.getByRole('button', { name: '对选中的 2 行提出异议' }));
    const asked = await dialog();
    const button = within(asked).getByRole('button', { name: '对 2 行提出异议' });
    expect(button).toBeDisabled();
    await user.type(within(asked).getByRole('textbox', { name: /理由/ }), '与合同价不符');
    await user.click(button);
    await waitFor(() =>
      expect(api.sent('DisputeBillLines')[0]?.variables).toEqual({
        input: {
          ...{ billId: 'b1', reason: '与合同价不符' },
          lines: [
            { id: 'l1', version: 1 },
            { id: 'l2', version: 1 },
          ],
        },
      }),
    );
    expect(await screen.findByRole('dialog', { name: '1 行没有提出异议' })).toHaveTextContent('SF102：这一行已处理');
    await user.click(screen.getByRole('button', { name: '知道了' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(screen.queryByRole('button', { name: /对选中的/ })).not.toBeInTheDocument();
  });

  it('says that everything agrees, and shows what was decided when asked', async () => {
    const accepted = lineOf({ status: 'accepted', decidedAt: '2026-04-02T02:00:00Z', decidedByName: '孙会计' });
    const { user } = open({
      Bill: billOf({ open: 0, refusedCount: 0, outcomes: [] }),
      BillLines: ({ open: only }: { open: boolean }) => (only ? lines() : lines(accepted)),
    });
    expect(await screen.findByText('全部一致')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '批量接受' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: '显示已处理的行' }));
    expect(await screen.findByRole('cell', { name: '已接受差额' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^接受差额/ })).not.toBeInTheDocument();
  });

  it('lists the lines that were left out, each with why', async () => {
    const items = [{ id: 'p1', line: 12, cell: '金额', value: '$12', code: 'CURRENCY_DIFFERS' }];
    const { user } = open({ ...usual, BillProblems: { billProblems: { items, nextCursor: null } } }, { locale: 'en' });
    await user.click(await screen.findByRole('tab', { name: 'Lines left out 1' }));
    expect(await screen.findByText('Not the bill’s currency')).toBeInTheDocument();
    expect(screen.getByText('$12')).toBeInTheDocument();
  });

  it('is withdrawn in two steps; one with accepted differences stays', async () => {
    let isRefused = true;
    const { user, api, address } = open({
      ...usual,
      WithdrawBill: () => (isRefused ? refused('BILL_ACCEPTED') : { withdrawBill: true }),
    });
    await user.click(await screen.findByRole('button', { name: '撤回账单' }));
    const asked = await dialog();
    expect(asked).toHaveAccessibleName('撤回账单 顺丰 2026年3月');
    expect(asked).toHaveTextContent('90 行连同异议一并删除');
    await user.click(within(asked).getByRole('button', { name: '撤回账单' }));
    expect(await within(asked).findByText('这张账单有已接受的差额，不能撤回。')).toBeInTheDocument();
    isRefused = false;
    await user.click(within(asked).getByRole('button', { name: '撤回账单' }));
    await waitFor(() => expect(address()).toBe('/money/bills'));
    expect(api.sent('WithdrawBill')[1]?.variables).toEqual({ id: 'b1' });
  });

  it('is read, and not decided, by an auditor, in English', async () => {
    const { user } = open(usual, { locale: 'en', permissions: ['bill.read'] });
    expect(await screen.findByRole('tab', { name: 'Amount differs 2 +¥4.50' })).toBeInTheDocument();
    expect(screen.getByText(/^Carrier’s bill · 三月.csv/)).toBeInTheDocument();
    expect(await screen.findByRole('region', { name: 'Our case' })).toHaveTextContent('Return by our label');
    expect(screen.queryByRole('button', { name: /Accept|Withdraw/ })).not.toBeInTheDocument();
    await user.keyboard('a');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('opens a line in a sheet of its own on a phone', async () => {
    restore();
    restore = pretendPhone();
    const { user } = open({ ...usual, AcceptBillLine: { acceptBillLine: { id: 'l1' } } });
    await user.click(await screen.findByText('SF101'));
    await user.click(within(await dialog()).getByRole('button', { name: '接受差额 +¥2.50' }));
    expect(await screen.findByText('将记入2026年4月的分录')).toBeInTheDocument();
  });

  it('that does not exist says so', async () => {
    open({ Bill: { bill: null } });
    expect(await screen.findByText('没有这张账单')).toBeInTheDocument();
  });
});
