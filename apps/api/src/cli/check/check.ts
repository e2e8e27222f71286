import { PolicyEngine } from '../../policies/policy-engine.service.js';
import { TreeService } from '../../tree/tree.service.js';
import { EXIT, type ExitCode } from '../exit.js';
import { withServices } from '../services.js';
import { number, terminalProgress } from '../terminal.js';
import { checkCounts, checkOrderLines, checkOrders, checkPayments } from './check-cases.js';
import { checkBudgets, checkPromisedDays } from './check-budgets.js';
import { checkClaims } from './check-claims.js';
import { checkClosedMonths } from './check-closed-months.js';
import { checkFollowers } from './check-followers.js';
import { checkDays, checkEntries, checkSummaries } from './check-ledger.js';
import { checkPhotos } from './check-photos.js';
import { checkPromises } from './check-promises.js';
import { checkSales } from './check-sales.js';
import { checkReturns } from './check-returns.js';
import { checkOrganization } from './check-tree.js';
import type { CheckResult } from './finding.js';
import type { Session } from '../session.js';

/** How much of one check is printed. */
const SHOWN = 20;

export interface Checkers {
  readonly engine: PolicyEngine;
  readonly tree: TreeService;
}

/** Recomputes what is kept for speed from what it is kept of. Reads only. */
export async function runChecks(
  { database, config }: Session,
  { engine, tree }: Checkers,
  onRows: (count: number) => void = () => undefined,
): Promise<CheckResult[]> {
  const manager = database.read;
  const organization = await checkOrganization(manager);
  // Without a tree there is nothing to hold the rest to.
  if (organization.looked === 0 || organization.findings.some(({ shouldBe }) => shouldBe === 'one tree')) return [organization];
  const snapshot = await tree.current();
  return [
    organization,
    await checkFollowers(manager, snapshot),
    await checkPromises(manager, engine, onRows),
    await checkEntries(manager),
    await checkSummaries(manager),
    await checkDays(manager),
    await checkClaims(manager),
    await checkSales(manager, snapshot),
    await checkClosedMonths(manager, snapshot.root.id),
    await checkCounts(manager),
    await checkReturns(manager),
    await checkBudgets(manager),
    await checkPromisedDays(manager),
    await checkOrderLines(manager),
    await checkOrders(manager),
    await checkPayments(manager),
    await checkPhotos(manager, config),
  ];
}

function tell({ name, looked, findings }: CheckResult): void {
  if (findings.length === 0) {
    console.log(`${name}: ${number(looked)} looked at, all agree`);
    return;
  }
  console.log(`${name}: ${number(looked)} looked at, ${number(findings.length)} do not agree`);
  for (const { subject, is, shouldBe } of findings.slice(0, SHOWN)) console.log(`  ${subject}: is ${is}, should be ${shouldBe}`);
  if (findings.length > SHOWN) console.log(`  … and ${number(findings.length - SHOWN)} more`);
}

export function check(): Promise<ExitCode> {
  return withServices(async (services, session) => {
    const progress = terminalProgress();
    const [orders] = await session.database.read.query<{ n: number | string }[]>('SELECT COUNT(*) AS n FROM sales_order');
    progress.start('promises', Number(orders?.n ?? 0));
    const results = await runChecks(
      session,
      { engine: services.get(PolicyEngine), tree: services.get(TreeService) },
      progress.advance,
    );
    progress.done();
    for (const each of results) tell(each);
    return results.every(({ findings }) => findings.length === 0) ? EXIT.done : EXIT.partly;
  });
}
