import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { newId } from '../common/ids.js';
import { updateVersioned } from '../database/database.js';
import { PromiseService, type FrozenPromise, type Payment } from '../policies/promise.service.js';
import type { PromiseContent } from '@headwater/policy';
import { responsiblePath } from './responsible-path.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import { listsBy } from './batch.js';
import { currentRead } from '../database/current-read.js';
import { draftProblem, problem, type DraftProblem } from './draft-problem.js';
import { insertRows } from './insert-rows.js';
import { contentHash, draftKey, sameGoods, type OrderDraft } from './order-draft.js';
import { headColumns, lineRows, orderRow, paymentRows, type NewOrder } from './order-rows.js';
import { OrderLine, OrderPayment, SalesOrder } from './order.entity.js';
import { OrderListeners } from './order-listeners.service.js';
import { countReturns, type ReturnFact } from './return-days.js';
import { coveredUntil, type Promised } from './covered-until.js';
import { holdOrder } from './order.service.js';
import { countPromised, type PromisedFact } from './promised-days.js';
import { PromiseHolds } from '../policies/promise-holds.service.js';

/** What became of one draft, in the order of the drafts. */
export type WriteOutcome =
  | { readonly result: 'created' | 'updated' | 'unchanged'; readonly orderId: string }
  | { readonly result: 'refused'; readonly problem: DraftProblem };

type Known = Pick<SalesOrder, 'id' | 'source' | 'externalNo' | 'nodeId' | 'contentHash' | 'rulesPromise'>;

const KEYS_AT_ONCE = 500;
/** Stands where an order will be created with the others of its batch. */
const PENDING: WriteOutcome = { result: 'created', orderId: '' };

/**
 * Writes orders with what they were promised, ten thousands at a time. Which order a draft is, is said by source, external number
 * and node together: the same content again changes no row, another status or instant updates it, other goods are refused.
 */
@Injectable()
export class OrderWriter {
  constructor(
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(PromiseService) private readonly promises: PromiseService,
    @Inject(OrderListeners) private readonly listeners: OrderListeners,
    @Inject(PromiseHolds) private readonly holds: PromiseHolds,
  ) {}

  /** @param now UTC epoch ms, for the ids */
  async write(tx: EntityManager, drafts: readonly OrderDraft[], now: number): Promise<WriteOutcome[]> {
    const tree = await this.tree.fresh(tx);
    const known = await this.known(tx, drafts);
    const seen = new Set<string>();
    const created: { at: number; draft: OrderDraft }[] = [];
    const outcomes: WriteOutcome[] = [];
    for (const draft of drafts) {
      const wrong = draftProblem(draft) ?? nodeProblem(draft, tree) ?? repeated(draft, seen);
      const order = known.get(draftKey(draft));
      if (wrong) outcomes.push({ result: 'refused', problem: wrong });
      else if (order) outcomes.push(await this.again(tx, order, draft, tree, now));
      else created.push({ at: outcomes.push(PENDING) - 1, draft });
    }
    const orders = await this.create(
      tx,
      created.map(({ draft }) => draft),
      tree,
      now,
    );
    for (const [index, { at }] of created.entries()) outcomes[at] = { result: 'created', orderId: orders[index]?.id ?? '' };
    return outcomes;
  }

  private async known(tx: EntityManager, drafts: readonly OrderDraft[]): Promise<Map<string, Known>> {
    const found = new Map<string, Known>();
    for (const [source, own] of listsBy(drafts, (draft) => draft.source)) {
      const numbers = [...new Set(own.map(({ externalNo }) => externalNo))];
      for (let at = 0; at < numbers.length; at += KEYS_AT_ONCE) {
        const rows = await tx.find(SalesOrder, {
          select: {
            id: true,
            source: true,
            externalNo: true,
            nodeId: true,
            contentHash: true,
            rulesPromise: true,
          },
          where: { source, externalNo: In(numbers.slice(at, at + KEYS_AT_ONCE)) },
        });
        for (const row of rows) found.set(draftKey(row), row);
      }
    }
    return found;
  }

  private async create(tx: EntityManager, drafts: readonly OrderDraft[], tree: TreeSnapshot, now: number): Promise<NewOrder[]> {
    const paid = drafts.flatMap(({ nodeId, instants }) =>
      instants.paidAt === null ? [] : [{ nodeId, paidAt: instants.paidAt }],
    );
    const promises = (await this.freeze(tx, paid, tree)).values();
    const orders: NewOrder[] = [];
    for (const draft of drafts) {
      const promise = draft.instants.paidAt === null ? null : (promises.next().value ?? null);
      const until = coveredUntil(draft, await this.promised(tx, promise), tree.require(draft.nodeId).timeZone);
      orders.push({ id: newId(now), draft, path: responsiblePath(tree, draft.nodeId), promise, coveredUntil: until });
    }
    await insertRows(tx, SalesOrder, orders.map(orderRow));
    await insertRows(
      tx,
      OrderLine,
      orders.flatMap((order) => lineRows(order, now)),
    );
    await insertRows(
      tx,
      OrderPayment,
      orders.flatMap((order) => paymentRows(order, now)),
    );
    await countReturns(
      tx,
      drafts.flatMap((draft) => delivery(draft, draft.instants.deliveredAt, 1)),
    );
    await countPromised(
      tx,
      orders.flatMap(({ draft, coveredUntil: until }) => promised(draft, until, 1)),
    );
    const sold = orders.flatMap(({ id, draft, promise }) => (promise ? [{ id, draft, ...promise }] : []));
    await this.listeners.paid(tx, sold, { tree, now });
    return orders;
  }

  /**
   * An order that is there already: nothing, its head, or a refusal. A promise once frozen stays. The order is held first: steps of its
   * cases change its version too, and are no reason to give up a batch.
   */
  private async again(
    tx: EntityManager,
    order: Known,
    draft: OrderDraft,
    tree: TreeSnapshot,
    now: number,
  ): Promise<WriteOutcome> {
    const hash = contentHash(draft);
    if (hash === order.contentHash) return { result: 'unchanged', orderId: order.id };
    if (!sameGoods(hash, order.contentHash)) return { result: 'refused', problem: problem('GOODS_CHANGED', 'lines') };
    const { paidAt } = draft.instants;
    const isFirstPaid = order.rulesPromise === null && paidAt !== null;
    const [promise = null] = isFirstPaid ? await this.freeze(tx, [{ nodeId: draft.nodeId, paidAt }], tree) : [];
    await holdOrder(tx, order.id);
    const held = await tx.findOneOrFail(SalesOrder, { where: { id: order.id }, ...currentRead(tx) });
    const until = coveredUntil(draft, await this.promised(tx, promise ?? held), tree.require(draft.nodeId).timeZone);
    await updateVersioned(tx, SalesOrder, held, { ...headColumns(draft), ...promise, coveredUntil: until }, 'order');
    const { id } = order;
    await tellCosts(tx, id, draft);
    if (until !== held.coveredUntil)
      await countPromised(tx, [...promised(draft, held.coveredUntil, -1), ...promised(draft, until, 1)]);
    if (promise) await this.listeners.paid(tx, [{ id, draft, ...promise }], { tree, now });
    else if (held.paidAt !== paidAt) await this.listeners.redated(tx, { id, draft }, held.paidAt, { tree, now });
    if (draft.status === 'cancelled' && held.status !== 'cancelled')
      await this.listeners.cancelled(tx, { id, draft }, { tree, now });
    const { deliveredAt } = draft.instants;
    if (deliveredAt !== held.deliveredAt)
      await countReturns(tx, [...delivery(draft, held.deliveredAt, -1), ...delivery(draft, deliveredAt, 1)]);
    return { result: 'updated', orderId: order.id };
  }

  /** The rules of payments, with free returns withheld where something else than the rules does so. */
  private async freeze(tx: EntityManager, payments: readonly Payment[], tree: TreeSnapshot): Promise<FrozenPromise[]> {
    const held = await this.holds.on(tx, payments, tree);
    return this.promises.freezeMany(
      tx,
      payments.map((payment, at) => ({ ...payment, hold: held[at] ?? null })),
    );
  }

  private async promised(
    tx: EntityManager,
    promise: Pick<SalesOrder, 'subsidyPromise' | 'rulesPromise'> | null,
  ): Promise<Promised | null> {
    const { subsidyPromise, rulesPromise } = promise ?? {};
    if (subsidyPromise == null || rulesPromise == null) return null;
    return {
      subsidy: (await this.promises.readIn(tx, subsidyPromise)) as PromiseContent<'returnShippingSubsidy'>,
      rules: (await this.promises.readIn(tx, rulesPromise)) as PromiseContent<'afterSalesRules'>,
    };
  }
}

/** The lines of an order, delivered on a day, or taken back from it. */
const delivery = ({ nodeId, lines }: OrderDraft, at: number | null, sign: 1 | -1): ReturnFact[] =>
  at === null ? [] : [{ nodeId, at, delivered: sign * lines.length }];

/** An order that free returns cover until an instant, or do no more. */
const promised = ({ nodeId }: OrderDraft, until: number | null, count: 1 | -1): PromisedFact[] =>
  until === null ? [] : [{ nodeId, until, count }];

/** What goods cost, as far as the source says it now; what it said before stands. */
async function tellCosts(tx: EntityManager, orderId: string, { lines }: OrderDraft): Promise<void> {
  for (const [index, { unitCost = null }] of lines.entries())
    if (unitCost !== null) await tx.update(OrderLine, { orderId, lineNo: index + 1 }, { unitCost });
}

function repeated(draft: OrderDraft, seen: Set<string>): DraftProblem | null {
  const key = draftKey(draft);
  if (seen.has(key)) return problem('TWICE_IN_ONE_BATCH', 'externalNo');
  seen.add(key);
  return null;
}

/** The selling unit has to stand, and to have been open when the order was paid: its rules of then are the promise. */
function nodeProblem({ nodeId, instants, lines }: OrderDraft, tree: TreeSnapshot): DraftProblem | null {
  const node = tree.node(nodeId);
  if (!node) return problem('UNKNOWN_NODE', 'nodeId');
  if (instants.paidAt === null) return supplierProblem(lines, tree);
  const isOpen = instants.paidAt >= node.since && (node.archivedAt === null || instants.paidAt < node.archivedAt);
  return isOpen
    ? supplierProblem(lines, tree)
    : problem('NODE_NOT_OPEN', 'instants.paidAt', { from: node.since, to: node.archivedAt });
}

function supplierProblem(lines: OrderDraft['lines'], tree: TreeSnapshot): DraftProblem | null {
  const isNone = (unit: string | undefined) => unit !== undefined && tree.node(unit)?.type !== 'supplier';
  const wrong = lines.findIndex(({ supplierNodeId }) => isNone(supplierNodeId));
  return wrong < 0 ? null : problem('UNKNOWN_SUPPLIER', `lines.${String(wrong)}.supplierNodeId`);
}
