import { nodeId } from '@headwater/org-tree';
import { hashOf, PolicyError, promiseDocument, withheld, type KindKey, type PromiseContent } from '@headwater/policy';
import type { EntityManager } from 'typeorm';
import { PolicyPromise } from '../../policies/policy.entity.js';
import { PolicyEngine } from '../../policies/policy-engine.service.js';
import { type CheckResult, type Finding, result } from './finding.js';

interface Promised {
  readonly id: string;
  readonly code: string;
  readonly nodeId: string;
  readonly paidAt: number | string;
  readonly epoch: number;
  readonly returnShippingSubsidy: string | null;
  readonly afterSalesRules: string | null;
  /** What withheld free returns, beside the rules. */
  readonly hold: string | null;
}

/** The fields of each stored promise, by its hash: one of before knows nothing of a field that came since. */
type Known = ReadonlyMap<string, readonly string[]>;

const keysOf = (document: unknown): string[] => Object.keys((document as Partial<PromiseContent>).values ?? {});

/** The kinds that promise anything. */
const kinds = ['returnShippingSubsidy', 'afterSalesRules'] as const satisfies readonly KindKey[];
const PAGE = 5_000;
const select = `SELECT id, code, node_id AS nodeId, paid_at AS paidAt, promise_epoch AS epoch, subsidy_promise AS returnShippingSubsidy,
  rules_promise AS afterSalesRules, promise_hold AS hold FROM sales_order WHERE promise_epoch IS NOT NULL AND id > ? ORDER BY id LIMIT ${String(PAGE)}`;

/** Every stored promise hashes to its name, and every order was promised what its node's rules said when it was paid, as known then. */
export async function checkPromises(
  manager: EntityManager,
  engine: PolicyEngine,
  onRows: (count: number) => void,
): Promise<CheckResult> {
  const stored = await manager.find(PolicyPromise);
  const changed = stored.filter(({ hash, document }) => hashOf(document) !== hash);
  const findings: Finding[] = changed.map(({ hash, document }) => ({
    subject: `promise ${hash.slice(0, 12)}`,
    is: `content ${hashOf(document).slice(0, 12)}`,
    shouldBe: 'the content its hash names',
  }));
  const known: Known = new Map(stored.map(({ hash, document }) => [hash, keysOf(document)]));
  let looked = stored.length;
  for (
    let rows = await manager.query<Promised[]>(select, ['']);
    rows.length > 0;
    rows = await manager.query<Promised[]>(select, [rows.at(-1)?.id])
  ) {
    // In the order of time, so that each organization of the past is made once a page.
    const inTime = rows.toSorted((a, b) => Number(a.paidAt) - Number(b.paidAt));
    for (const order of inTime) findings.push(...(await orderFindings(order, engine, known)));
    looked += rows.length;
    onRows(rows.length);
  }
  return result('promises', looked, findings);
}

async function orderFindings(order: Promised, engine: PolicyEngine, known: Known): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const kind of kinds) {
    const hash = order[kind];
    const subject = `order ${order.code}, ${kind}`;
    if (hash === null || !known.has(hash))
      findings.push({
        subject,
        is: hash === null ? 'no promise' : `promise ${hash.slice(0, 12)}, which is not there`,
        shouldBe: 'a stored promise',
      });
    const again = await recomputed(order, kind, engine, known.get(hash ?? ''));
    if (hash !== null && again !== hash)
      findings.push({
        subject,
        is: `promise ${hash.slice(0, 12)}`,
        shouldBe: `${again.slice(0, 12)}, by the rules known at epoch ${String(order.epoch)}`,
      });
  }
  return findings;
}

async function recomputed(
  { nodeId: unit, paidAt, epoch, hold }: Promised,
  kind: KindKey,
  engine: PolicyEngine,
  keys: readonly string[] | undefined,
): Promise<string> {
  const at = Number(paidAt);
  const snapshot = await engine.snapshotAt(await engine.current(), at);
  try {
    const made = promiseDocument(kind, snapshot.resolve(kind, nodeId(unit), at, epoch), keys);
    return (hold !== null && kind === 'returnShippingSubsidy' ? withheld(made) : made).hash;
  } catch (error) {
    if (error instanceof PolicyError) return error.code;
    throw error;
  }
}
