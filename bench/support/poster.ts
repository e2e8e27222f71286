import { rateOver } from './measure.js';

/** The product's ledger in a process of its own, as the product is: nothing around it, so that only postings are measured. */
interface Services {
  get: (token: unknown) => unknown;
}

interface Ledger {
  post: (tx: unknown, entries: readonly unknown[], postedAt: number) => Promise<void>;
}

interface Session {
  readonly database: { inTransaction: (work: (tx: unknown) => Promise<void>) => Promise<void> };
}

/** The built product is no package that types could come from. */
const built = (file: string) =>
  import(new URL(`../../../../apps/api/dist/${file}`, import.meta.url).href) as Promise<Record<string, unknown>>;

/** How an entry of two lines looks: money for what went wrong, a cost of its store, owed to the buyer. */
function entryOf(index: number, originNodeId: string): unknown {
  const keys = {
    ...{ originNodeId, caseId: null, component: 'compensation', currency: 'CNY' },
    ...{ reasonClass: 'quality', reason: 'manufacturingDefect', carrier: null, assumed: false },
  };
  return {
    ...{ cause: 'compensated', caseId: null, orderId: null, shipmentId: null, period: '2026-03', causePeriod: null },
    ...{ idempotencyKey: `compensated:bench:${String(index)}`, policyVersion: null, promiseHash: null, reverses: null },
    lines: [
      { ...keys, account: 'expense', amount: 500, bearer: 'branch', bearerNodeId: originNodeId },
      { ...keys, account: 'buyerPayable', amount: -500, bearer: null, bearerNodeId: null },
    ],
  };
}

interface Asked {
  readonly entries: number;
  readonly width: number;
  readonly stores: readonly string[];
}

async function post({ entries, width, stores }: Asked): Promise<number> {
  const { withServices } = (await built('cli/services.js')) as {
    withServices: <T>(work: (services: Services, session: Session) => Promise<T>) => Promise<T>;
  };
  const [{ LedgerService }, { TreeService }] = await Promise.all([
    built('money/ledger.service.js'),
    built('tree/tree.service.js'),
  ]);
  return withServices(async (services, { database }) => {
    await (services.get(TreeService) as { current: () => Promise<unknown> }).current();
    const ledger = services.get(LedgerService) as Ledger;
    const indexes = Array.from({ length: entries }, (_, index) => index);
    return rateOver(indexes, width, (index) => {
      const entry = entryOf(index, stores[index % stores.length] ?? '');
      return database.inTransaction((tx) => ledger.post(tx, [entry], Date.now()));
    });
  });
}

process.once('message', (asked: Asked) => {
  void post(asked).then((perSecond) => {
    process.send?.(perSecond);
    process.disconnect();
  });
});
