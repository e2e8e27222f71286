import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { counterOf } from './testing/counter.js';
import { caseNow, DAY, Desk, does, seen } from './testing/desk.js';

describe.each(enginesHere())('the books of after-sales on %s', (engine) => {
  let desk: Desk;
  const { toApplied, toApproved, toShipped, buyer, clerk } = counterOf(() => desk);

  const lateByTheStore = async () => {
    const it = await toApplied();
    desk.pass(3 * DAY);
    await desk.clocks();
    const agreed = seen(await caseNow(await buyer(), it.id));
    await does(await buyer(), 'ship', { ...agreed, carrier: '顺丰', tracking: 'SFLATE', freightPaid: 2_500 });
  };
  const sentTwice = async () => {
    const it = await toShipped({ reason: 'manufacturingDefect' });
    const refused = await does(clerk(), 'refuseReceipt', { ...seen(it), reason: '查无此件', goods: 'notArrived' });
    await does(await buyer(), 'changeLogistics', { ...seen(refused), carrier: '圆通', tracking: 'YT1' });
  };
  const settledForLess = async () => {
    const proposed = await does(clerk(), 'propose', { ...seen(await toShipped()), amount: 15_000, note: '有污渍' });
    await does(await buyer(), 'accept', seen(proposed));
  };

  beforeAll(async () => {
    desk = await Desk.open(engine);
    await lateByTheStore();
    await sentTwice();
    await settledForLess();
    await does(clerk(), 'receive', seen(await toShipped()));
    await does(clerk(), 'recordTracking', { shipmentId: (await toShipped()).shipments[0].id, kind: 'lost' });
    await toApproved({ type: 'RO', reason: 'missingItem' });
    const unwanted = seen(await toApplied());
    await does(await buyer(), 'withdraw', unwanted);
    await desk.payouts();
  });
  afterAll(() => desk.it.close());

  const numberOf = async (sql: string): Promise<number> => {
    const [row] = await desk.it.database.read.query<{ n: number | string | null }[]>(sql);
    return Number(row?.n ?? 0);
  };
  const expense = () => numberOf("SELECT SUM(amount) AS n FROM ledger_line WHERE account = 'expense'");

  it.each(['store', 'month', 'bearer', 'component', 'reason', 'carrier'])(
    'by %s tie with the entries and the file',
    async (by) => {
      const finance = desk.as('finance@example.com');
      const query = `query ($top: Int) { it: costReport(by: [${by}], top: $top) { totalAmount otherAmount exportUrl rows { amount } } }`;
      const total = await expense();
      for (const top of [1, 100]) {
        const { totalAmount, otherAmount, rows } = (await finance.graphql(query, { top })).data.it;
        const shown = rows.reduce((sum: number, { amount }: Loose) => sum + Number(amount), Number(otherAmount));
        expect([totalAmount, shown]).toEqual([total, total]);
      }
      const { exportUrl } = (await finance.graphql(query)).data.it;
      const amounts = (await finance.get(exportUrl)).text
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line: string) => Math.round(Number(line.split(',').at(-1)) * 100));
      expect([amounts.pop(), amounts.reduce((sum: number, amount: number) => sum + amount, 0)]).toEqual([total, total]);
    },
  );

  it('add up to what the cases cost, from entries that each sum to zero', async () => {
    expect(await expense()).toBeGreaterThan(0);
    expect(
      await numberOf(
        'SELECT COUNT(*) AS n FROM (SELECT entry_id FROM ledger_line GROUP BY entry_id, currency HAVING SUM(amount) <> 0) unbalanced',
      ),
    ).toBe(0);
    const rows = await desk.it.database.read.query<{ id: string }[]>('SELECT id FROM after_sales_case');
    let cost = 0;
    for (const { id } of rows) cost += Number((await caseNow(desk.as('admin@example.com'), id)).cost);
    expect(cost).toBe(await expense());
  });

  it('owe no buyer anything whose case has ended', async () => {
    const owed = `SELECT l.case_id FROM ledger_line l JOIN after_sales_case c ON c.id = l.case_id
      WHERE l.account = 'buyerPayable' AND c.state IN ('REFUNDED', 'CLOSED') GROUP BY l.case_id HAVING SUM(l.amount) <> 0`;
    expect(await numberOf(`SELECT COUNT(*) AS n FROM (${owed}) owed`)).toBe(0);
    expect(await numberOf("SELECT COUNT(*) AS n FROM after_sales_case WHERE state = 'REFUNDED'")).toBe(4);
  });
});
