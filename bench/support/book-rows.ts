import { chainOf } from './chain.js';
import { withoutIndexes, type Driver, type Row } from './storage.js';

const START = Date.UTC(2025, 0, 1);
/** Returns whose rows are made and written at a time, so that millions need no more memory than a few. */
const BATCH = 5_000;
const reasons = ['unfit', 'sizeMismatch', 'colourMismatch', 'changedMind', 'manufacturingDefect'];
const BEARERS = [
  { bearer: 'HQ', share: 6 },
  { bearer: 'branch', share: 4 },
] as const;

/** Over what returns are spread, in turn. */
export interface Books {
  readonly returns: number;
  readonly months: number;
  readonly carriers: number;
  /** Each return as in the product's books: its freight split between HQ and branch, owed to the carrier, then to the buyer. Else the cost alone, HQ's. */
  readonly whole: boolean;
}

/** Lines of the books for each return that is booked as the product does. */
export const LINES_OF_RETURN = 5;

interface Spot {
  readonly origin_node_id: string;
  readonly a0: string;
  readonly a1: string;
  readonly a2: string;
  readonly a3: string;
}

/** What totals are kept for, but for the bearer. */
interface Key extends Spot {
  readonly period: string;
  readonly carrier: string;
  readonly reason: string;
}

const textId = (kind: string, index: number) => `01B${kind}${String(index).padStart(22, '0')}`;
const common = { component: 'freight-subsidy', currency: 'CNY', reason_class: 'expectation' };

/** The stores as `plantChain` has hung them below HQ. */
function spots(hq: string, branches: number): Spot[] {
  const nodes = chainOf(branches);
  const parents = new Map(nodes.map((node) => [node.id as string, node.parentId as string]));
  return nodes
    .filter(({ type }) => type === 'store')
    .map(({ id, parentId }) => ({
      origin_node_id: id,
      a0: hq,
      a1: parents.get(parentId ?? '') ?? '',
      a2: parentId ?? '',
      a3: id,
    }));
}

/** `2025-01` is the first. */
const monthOf = (index: number): string => new Date(Date.UTC(2025, index, 1)).toISOString().slice(0, 7);

function keysOf(places: readonly Spot[], { months, carriers, whole }: Books): Key[] {
  const kinds = whole ? reasons : reasons.slice(0, 1);
  return kinds.flatMap((reason) =>
    Array.from({ length: carriers }, (_, carrier) =>
      Array.from({ length: months }, (_month, month) =>
        places.map((spot) => ({ ...spot, period: monthOf(month), carrier: `Carrier ${String(carrier)}`, reason })),
      ),
    ).flat(2),
  );
}

/** Fen, by its place; not the same for two neighbours. */
const costOf = (index: number, share: number): number => share * (100 + (index % 97));

function linesOf(index: number, key: Key, whole: boolean): Row[] {
  const line = (seq: number, account: string, amount: number, bearer: 'HQ' | 'branch' | null = null): Row => ({
    ...{ ...key, ...common, id: textId('L', index * LINES_OF_RETURN + seq), entry_id: textId('E', index), seq, account, amount },
    ...{ bearer, bearer_node_id: bearer === null ? null : bearer === 'HQ' ? key.a0 : key.origin_node_id },
    ...{ posted_at: START + index, case_id: textId('C', index) },
  });
  const [hq, branch] = BEARERS.map(({ share }) => costOf(index, share)) as [number, number];
  if (!whole) return [line(0, 'expense', hq, 'HQ')];
  return [
    line(0, 'expense', hq, 'HQ'),
    line(1, 'expense', branch, 'branch'),
    line(2, 'carrierPayable', -hq - branch),
    line(3, 'carrierPayable', hq + branch),
    line(4, 'buyerPayable', -hq - branch),
  ];
}

/** What the product keeps beside the lines: one row for each key and bearer. */
async function plantTotals(driver: Driver, keys: readonly Key[], { returns, whole }: Books): Promise<void> {
  const borne = whole ? BEARERS : BEARERS.slice(0, 1);
  for (let from = 0; from < Math.min(keys.length, returns); from += BATCH) {
    const rows = keys.slice(from, Math.min(from + BATCH, returns)).flatMap((key, at) =>
      borne.map(({ bearer, share }, which): Row => {
        const place = (from + at) * BEARERS.length + which;
        const sum = { amount: 0, line_count: 0 };
        for (let index = from + at; index < returns; index += keys.length) {
          sum.amount += costOf(index, share);
          sum.line_count += 1;
        }
        return { ...key, ...common, ...sum, id: textId('S', place), summary_key: String(place).padStart(64, '0'), bearer };
      }),
    );
    await driver.insert('ledger_summary', rows);
  }
}

/** Lines and totals of so many returns, over the stores of a chain that `plantChain` has planted. */
export async function plantBooks(driver: Driver, branches: number, books: Books): Promise<void> {
  const [root] = (await driver.select('SELECT id FROM org_node WHERE parent_id IS NULL', [])) as { id: string }[];
  const keys = keysOf(spots(root?.id ?? '', branches), books);
  await withoutIndexes(driver, 'ledger_line', () => plantLines(driver, keys, books));
  await withoutIndexes(driver, 'ledger_summary', () => plantTotals(driver, keys, books));
}

async function plantLines(driver: Driver, keys: readonly Key[], { returns, whole }: Books): Promise<void> {
  for (let from = 0; from < returns; from += BATCH) {
    const many = Array.from({ length: Math.min(BATCH, returns - from) }, (_, at) => from + at);
    const rows = many.flatMap((index) => {
      const key = keys[index % keys.length];
      return key ? linesOf(index, key, whole) : [];
    });
    await driver.insert('ledger_line', rows);
  }
}
