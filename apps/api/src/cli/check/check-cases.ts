import { isTerminal, orderUmbrella, terminalStates, type CaseState, type CaseType } from '@headwater/after-sales';
import type { EntityManager } from 'typeorm';
import { Refund } from '../../money/ledger.entity.js';
import { type CheckResult, type Finding, int, result } from './finding.js';

const ended = terminalStates.map((state) => `'${state}'`).join(', ');

/** The counts that lists show are those of the cases. */
export async function checkCounts(manager: EntityManager): Promise<CheckResult> {
  type Row = { nodeId: string; state: string; n: number | string };
  const cases = await manager.query<Row[]>(
    'SELECT node_id AS nodeId, state, COUNT(*) AS n FROM after_sales_case GROUP BY node_id, state',
  );
  const counts = await manager.query<Row[]>('SELECT node_id AS nodeId, state, cases AS n FROM case_count');
  const key = ({ nodeId, state }: Row) => `${state} at ${nodeId}`;
  const counted = new Map(counts.map((row) => [key(row), int(row.n)]));
  const there = new Map(cases.map((row) => [key(row), int(row.n)]));
  const all = [...new Set([...counted.keys(), ...there.keys()])];
  const findings = all
    .filter((subject) => (counted.get(subject) ?? 0) !== (there.get(subject) ?? 0))
    .map((subject) => ({
      subject,
      is: `a count of ${String(counted.get(subject) ?? 0)}`,
      shouldBe: String(there.get(subject) ?? 0),
    }));
  return result(
    'case counts',
    cases.reduce((sum, { n }) => sum + int(n), 0),
    findings,
  );
}

const lineSums = `SELECT o.code, l.line_no AS lineNo, l.open_quantity AS openQuantity, l.open_amount AS openAmount, l.refunded_quantity AS refundedQuantity,
  l.applications, l.quantity, CASE WHEN l.replaced_at IS NULL THEN 0 ELSE 1 END AS replaced,
  MAX(CASE WHEN c.type = 'EX' AND c.state = 'DONE' THEN 1 ELSE 0 END) AS exchanged,
  SUM(CASE WHEN c.state NOT IN (${ended}) THEN x.quantity ELSE 0 END) AS inOpenCases,
  SUM(CASE WHEN c.state NOT IN (${ended}) THEN x.claimed ELSE 0 END) AS claimed,
  SUM(CASE WHEN c.state = 'REFUNDED' THEN x.quantity ELSE 0 END) AS refunded, COUNT(x.id) AS cases
  FROM order_line l JOIN sales_order o ON o.id = l.order_id LEFT JOIN case_line x ON x.order_line_id = l.id LEFT JOIN after_sales_case c ON c.id = x.case_id
  WHERE x.id IS NOT NULL OR l.open_quantity <> 0 OR l.open_amount <> 0 OR l.refunded_quantity <> 0 OR l.applications <> 0 OR l.replaced_at IS NOT NULL
  GROUP BY l.id, o.code, l.line_no, l.open_quantity, l.open_amount, l.refunded_quantity, l.applications, l.quantity, l.replaced_at`;

type LineSums = { code: string; lineNo: number; quantity: number } & Record<
  | 'openQuantity'
  | 'openAmount'
  | 'refundedQuantity'
  | 'applications'
  | 'inOpenCases'
  | 'claimed'
  | 'refunded'
  | 'cases'
  | 'replaced'
  | 'exchanged',
  number | string
>;

/** What order lines say of pieces in cases and refunded is what the cases say, and never more than was sold. */
export async function checkOrderLines(manager: EntityManager): Promise<CheckResult> {
  const rows = await manager.query<LineSums[]>(lineSums);
  const findings = rows.flatMap((row) => {
    const subject = `order ${row.code}, line ${String(row.lineNo)}`;
    const pairs: [string, unknown, unknown][] = [
      ['pieces in open cases', row.openQuantity, row.inOpenCases],
      ['fen in open cases', row.openAmount, row.claimed],
      ['pieces refunded', row.refundedQuantity, row.refunded],
      ['applications', row.applications, row.cases],
      ['exchanges that renew its windows', row.replaced, row.exchanged],
    ];
    const wrong = pairs.filter(([, is, shouldBe]) => int(is) !== int(shouldBe));
    const found: Finding[] = wrong.map(([what, is, shouldBe]) => ({
      subject,
      is: `${String(int(is))} ${what}`,
      shouldBe: String(int(shouldBe)),
    }));
    const taken = int(row.openQuantity) + int(row.refundedQuantity);
    return taken > row.quantity
      ? [...found, { subject, is: `${String(taken)} pieces returned`, shouldBe: `at most the ${String(row.quantity)} sold` }]
      : found;
  });
  return result('order lines', rows.length, findings);
}

/** What was refunded of an order is what its refunds say, never more than was paid; its status and its open cases are those of its cases. */
export async function checkOrders(manager: EntityManager): Promise<CheckResult> {
  const refunds = await manager.query<{ code: string; is: number | string; shouldBe: number | string; paid: number | string }[]>(
    `SELECT o.code, o.refunded_amount AS ${manager.dataSource.driver.escape('is')}, o.paid_amount AS paid, COALESCE(SUM(r.amount), 0) AS shouldBe FROM sales_order o
     LEFT JOIN refund r ON r.order_id = o.id AND r.purpose = 'goods' WHERE o.umbrella IS NOT NULL OR o.refunded_amount <> 0
     GROUP BY o.id, o.code, o.refunded_amount, o.paid_amount`,
  );
  const amounts = refunds
    .filter(({ is, shouldBe, paid }) => int(is) !== int(shouldBe) || int(is) > int(paid))
    .map(({ code, is, shouldBe, paid }) => ({
      subject: `order ${code}`,
      is: `${String(int(is))} fen refunded of ${String(int(paid))}`,
      shouldBe: `${String(int(shouldBe))} fen, as its refunds say`,
    }));
  return result('orders', refunds.length, [...amounts, ...(await statusFindings(manager))]);
}

interface CaseRow {
  readonly code: string;
  readonly umbrella: string | null;
  readonly openCases: number;
  /** Null: the order says something of cases, but has none. */
  readonly type: CaseType | null;
  readonly state: CaseState | null;
  readonly endedAt: number | string | null;
}

async function statusFindings(manager: EntityManager): Promise<Finding[]> {
  const rows = await manager.query<CaseRow[]>(
    `SELECT o.code, o.umbrella, o.open_cases AS openCases, c.type, c.state, c.ended_at AS endedAt
     FROM sales_order o LEFT JOIN after_sales_case c ON c.order_id = o.id WHERE c.id IS NOT NULL OR o.umbrella IS NOT NULL OR o.open_cases <> 0`,
  );
  const orders = new Map<string, CaseRow[]>();
  for (const row of rows) orders.set(row.code, [...(orders.get(row.code) ?? []), row]);
  return [...orders].flatMap(([code, cases]) => statusOf(`order ${code}`, cases));
}

function statusOf(subject: string, rows: readonly CaseRow[]): Finding[] {
  const cases = rows.flatMap(({ type, state, endedAt }) =>
    type === null || state === null ? [] : [{ type, state, endedAt: isTerminal(state) ? int(endedAt) : null }],
  );
  const { umbrella = null, openCases = 0 } = rows[0] ?? {};
  const open = cases.filter(({ state }) => !isTerminal(state)).length;
  const told = orderUmbrella(cases);
  return [
    ...(umbrella === told ? [] : [{ subject, is: `status ${umbrella ?? 'none'}`, shouldBe: told ?? 'none' }]),
    ...(openCases === open ? [] : [{ subject, is: `${String(openCases)} open cases`, shouldBe: String(open) }]),
  ];
}

interface Payment {
  readonly id: string;
  readonly code: string;
  readonly sequence: number;
  readonly refunded: number | string;
}

/** A payment gave back what the refunds took from it. */
export async function checkPayments(manager: EntityManager): Promise<CheckResult> {
  const refunds = await manager.find(Refund, { select: { id: true, tenders: true } });
  const taken = new Map<string, number>();
  for (const { paymentId, amount } of refunds.flatMap(({ tenders }) => tenders ?? []))
    taken.set(paymentId, (taken.get(paymentId) ?? 0) + amount);
  const payments = await manager.query<Payment[]>(
    'SELECT p.id, o.code, p.sequence, p.refunded FROM order_payment p JOIN sales_order o ON o.id = p.order_id',
  );
  const findings = payments
    .filter(({ id, refunded }) => int(refunded) !== (taken.get(id) ?? 0))
    .map(({ id, code, sequence, refunded }) => ({
      subject: `order ${code}, payment ${String(sequence)}`,
      is: `${String(int(refunded))} fen paid back`,
      shouldBe: `${String(taken.get(id) ?? 0)} fen, as its refunds say`,
    }));
  return result('payments', payments.length, findings);
}
