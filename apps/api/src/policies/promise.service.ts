import {
  promiseDocument,
  wholePromise,
  withheld,
  type KindKey,
  type PolicyDocument,
  type PromiseContent,
  type PromiseDocument,
} from '@headwater/policy';
import { nodeId, type Tree } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { PolicyPromise } from './policy.entity.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';

/** Where an order was sold and when it was paid (UTC epoch ms). */
export interface Payment {
  readonly nodeId: string;
  readonly paidAt: number;
  /** What withholds the promise of free returns from it, beside the rules; absent or null: nothing. */
  readonly hold?: string | null;
}

/** What an order keeps of the rules at its payment: the hash of each kind's document, and the epoch they were read at. */
export interface FrozenPromise {
  readonly subsidyPromise: string;
  readonly rulesPromise: string;
  readonly promiseEpoch: number;
  /** What withheld free returns that the rules would have promised; null: nothing. */
  readonly promiseHold: string | null;
  /** S4: the nearest partner above the unit as the chain was organised then; null: there was none. */
  readonly partnerNodeId: string | null;
}

/**
 * The promise (policy-semantics, Promise): the rules that applied at payment, stored once per distinct document. Documents are shared
 * by all units that inherit them, so freezing thousands of orders hashes and stores a handful.
 */
@Injectable()
export class PromiseService {
  private readonly promises = new WeakMap<PolicyDocument, PromiseDocument>();
  /** Contents that are committed, by hash; what a transaction stored counts only after it. */
  private readonly committed = new Map<string, PromiseContent>();
  /** Those that a transaction stored, or found stored by another one that it does not see yet. */
  private readonly storedIn = new WeakMap<EntityManager, Map<string, PromiseContent>>();

  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
  ) {}

  /** Freezes the rules of payments, in the transaction that records them and in their order. @throws NotFound, NodeArchived */
  async freezeMany(tx: EntityManager, payments: readonly Payment[]): Promise<FrozenPromise[]> {
    const state = await this.engine.current();
    const wanted = new Map<string, PromiseContent>();
    const frozen = new Map<Payment, FrozenPromise>();
    // In the order of time, so that each organization of the past is made once.
    for (const payment of payments.toSorted((a, b) => a.paidAt - b.paidAt)) {
      const { nodeId: unit, paidAt, hold = null } = payment;
      const snapshot = await this.engine.snapshotAt(state, paidAt);
      const promised = (kind: KindKey) => this.promiseOf(resolveIn(snapshot, kind, unit, paidAt));
      const subsidy = promised('returnShippingSubsidy');
      const isHeld = hold !== null && promisesReturns(subsidy);
      const documents = [isHeld ? withheld(subsidy) : subsidy, promised('afterSalesRules')] as const;
      for (const { hash, content } of documents) wanted.set(hash, content);
      frozen.set(payment, {
        subsidyPromise: documents[0].hash,
        rulesPromise: documents[1].hash,
        promiseEpoch: state.epoch,
        promiseHold: isHeld ? hold : null,
        partnerNodeId: partnerAbove(snapshot.tree, unit),
      });
    }
    await this.store(tx, wanted);
    return payments.flatMap((payment) => frozen.get(payment) ?? []);
  }

  /** What was promised. Immutable, so it is read once. @throws NotFound */
  async read(hash: string): Promise<PromiseContent> {
    const known = this.committed.get(hash);
    if (known) return known;
    const row = await this.database.read.findOneBy(PolicyPromise, { hash });
    if (!row) throw new NotFound('promise', hash);
    return this.keep(row);
  }

  /** The same, where it may have been stored in this transaction. @throws NotFound */
  async readIn(tx: EntityManager, hash: string): Promise<PromiseContent> {
    const known = this.committed.get(hash) ?? this.storedIn.get(tx)?.get(hash);
    if (known) return known;
    const row = await tx.findOneBy(PolicyPromise, { hash });
    return row ? wholePromise(row.document as PromiseContent) : this.read(hash);
  }

  private promiseOf(document: PolicyDocument): PromiseDocument {
    const known = this.promises.get(document);
    if (known) return known;
    const made = promiseDocument(document.kind, document);
    this.promises.set(document, made);
    return made;
  }

  private async store(tx: EntityManager, wanted: ReadonlyMap<string, PromiseContent>): Promise<void> {
    const stored = this.storedIn.get(tx) ?? new Map<string, PromiseContent>();
    const unknown = [...wanted.keys()].filter((hash) => !this.committed.has(hash) && !stored.has(hash));
    if (unknown.length === 0) return;
    const rows = await this.database.read.findBy(PolicyPromise, { hash: In(unknown) });
    for (const row of rows) this.keep(row);
    // In one order, so that two transactions that store the same documents wait for each other instead of deadlocking.
    const missing = unknown.filter((hash) => !this.committed.has(hash)).sort();
    for (const hash of missing) await this.insert(tx, hash, wanted.get(hash));
    this.storedIn.set(tx, new Map([...stored, ...[...wanted].filter(([hash]) => missing.includes(hash))]));
  }

  private async insert(tx: EntityManager, hash: string, content: PromiseContent | undefined): Promise<void> {
    if (!content) return;
    await tx
      .createQueryBuilder()
      .insert()
      .into(PolicyPromise)
      .values({ hash, kind: content.kind, document: content as object })
      .orIgnore()
      .execute();
  }

  private keep({ hash, document }: PolicyPromise): PromiseContent {
    const content = wholePromise(document as PromiseContent);
    this.committed.set(hash, content);
    return content;
  }
}

function partnerAbove(tree: Tree, unit: string): string | null {
  const above = tree.pathOf(nodeId(unit)).toReversed();
  return above.find((id) => tree.nodeAt(tree.positionOf(id)).type === 'partner') ?? null;
}

/** There is something to withhold. */
const promisesReturns = ({ content: { values, suspended } }: PromiseDocument): boolean =>
  !suspended && (values as PromiseContent<'returnShippingSubsidy'>['values']).enabled;
