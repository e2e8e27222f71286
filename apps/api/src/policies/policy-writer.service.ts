import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import type { AuditAction } from '../audit/audit-action.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { nextTurn } from '../database/epoch.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';

/** The counter of epochs, and its log. */
const EPOCH_ROWS = 2;

interface Author {
  readonly authorId: string | null;
  readonly authorName: string;
}

/** A change set, and who wrote it. */
export interface WriteSource extends Author {
  readonly id: string;
}

/** One write to policy: its transaction, its epoch, and what the rules are just before it. */
export class PolicyWrite {
  /** Rows written so far; promised not to depend on how many units a change reaches (law 19). */
  rows = EPOCH_ROWS;
  /** The change set that it carries out, and whose it is: what it records says so. */
  private source: WriteSource | null = null;

  constructor(
    readonly tx: EntityManager,
    readonly actor: Actor,
    readonly state: PolicyState,
    readonly epoch: number,
    readonly now: number,
    private readonly audit: AuditService,
  ) {}

  newId(): string {
    return newId(this.now);
  }

  /** From here on it records what somebody else wrote and the actor approved. */
  carryOut(source: WriteSource): void {
    this.source = source;
  }

  get changeSetId(): string | null {
    return this.source?.id ?? null;
  }

  /** Who is to be named as the author of what is recorded. */
  get author(): Author {
    if (this.source) return { authorId: this.source.authorId, authorName: this.source.authorName };
    return this.self;
  }

  /** Who acts. */
  get self(): Author {
    if (this.actor.kind === 'staff') return { authorId: this.actor.personId, authorName: this.actor.name };
    return { authorId: null, authorName: this.actor.kind === 'system' ? this.actor.name : 'buyer' };
  }

  async insert<T extends ObjectLiteral>(target: EntityTarget<T>, row: QueryDeepPartialEntity<T>): Promise<void> {
    await this.tx.insert(target, row);
    this.rows += 1;
  }

  async update<T extends ObjectLiteral>(target: EntityTarget<T>, id: string, patch: QueryDeepPartialEntity<T>): Promise<void> {
    await this.tx.update(target, id, patch);
    this.rows += 1;
  }

  async record(action: AuditAction, subject: { type: string; id: string }, nodeId: string, data?: object): Promise<void> {
    await this.audit.record(this.tx, { actor: this.actor, action, subject, nodeId, data, snapshot: this.state.tree });
    this.rows += 1;
  }
}

/** What a caller keeps in the same transaction as the write itself; not asked where nothing is written. */
export type AlsoWrite = (tx: EntityManager) => Promise<void>;

/** What a piece of work made, and whether it wrote anything. */
export type Outcome<T> = { readonly wrote: boolean; readonly result: T };

export interface Written<T> {
  readonly result: T;
  /** The state that holds the write. */
  readonly state: PolicyState;
  readonly rows: number;
}

class NothingToWrite extends Error {}

/** The way of every write to policy: epoch, fresh state, decide, save with its event; afterwards this process knows of it. */
@Injectable()
export class PolicyWriter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run<T>(actor: Actor, work: (write: PolicyWrite) => Promise<Outcome<T>>): Promise<Written<T>> {
    const done: { outcome?: Outcome<T>; write?: PolicyWrite } = {};
    try {
      await this.database.inTransaction(async (tx) => {
        done.write = await this.begin(tx, actor);
        done.outcome = await work(done.write);
        // Rolled back, so that saving what is untouched leaves no trace, not even an epoch.
        if (!done.outcome.wrote) throw new NothingToWrite();
      });
    } catch (error) {
      if (!(error instanceof NothingToWrite)) throw error;
    }
    const { outcome, write } = done;
    if (!outcome || !write) throw new Error('the transaction ended without its work');
    if (!outcome.wrote) return { result: outcome.result, state: await this.engine.current(), rows: 0 };
    return { result: outcome.result, state: await this.engine.atLeast(write.epoch), rows: write.rows };
  }

  private async begin(tx: EntityManager, actor: Actor): Promise<PolicyWrite> {
    const { epoch, now } = await nextTurn(tx, this.clock);
    return new PolicyWrite(tx, actor, await this.engine.fresh(tx), epoch, now, this.audit);
  }
}
