import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { LessThanOrEqual, MoreThan } from 'typeorm';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { pollWhileListening } from '../common/poll-while-listening.js';
import { Poller } from '../common/poller.js';
import { Database } from '../database/database.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { PolicyWriter, type PolicyWrite } from '../policies/policy-writer.service.js';
import { CarryOutService, staleAgain } from './carry-out.service.js';
import { ChangeSet } from './change-set.entity.js';
import { broughtBy } from './withdrawal.js';

const EVERY = 1_000;

/** Sets looked for at once, and how long one that fails is left alone. */
const BATCH = 50;
const LEFT_ALONE = 60_000;

const actor = systemActor('calendar');

/**
 * P10, O2: carries out, when their date has come, the approved change sets that move units, those that came due during a downtime as well;
 * and looks again, whenever the rules have changed, at those that wait for their date as recorded facts.
 * Any number of instances may do this: the epoch's lock makes them take turns, and whoever comes second finds it done.
 */
@Injectable()
export class DueChanges implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(DueChanges.name);
  private readonly poller: Poller;
  private readonly failed = new Map<string, number>();
  /** The epoch at which all that is scheduled was found to be as it was carried out. */
  private lookedAt: number | null = null;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(CarryOutService) private readonly carrier: CarryOutService,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
  ) {
    this.poller = new Poller(DueChanges.name, EVERY, () => this.runDue());
  }

  onModuleInit(): void {
    pollWhileListening(this.host, [this.poller]);
  }

  async onModuleDestroy(): Promise<void> {
    await this.poller.stop();
  }

  /** The longest due come first. @returns how many were carried out or went stale by this call */
  async runDue(): Promise<number> {
    let settled = 0;
    for (const { id } of await this.due()) settled += (await this.settle(id)) ? 1 : 0;
    return settled + (await this.lookAgain());
  }

  /** Of each it is read first whether it would go stale: few do, and only those take the epoch's lock. */
  private async lookAgain(): Promise<number> {
    const state = await this.engine.current();
    if (state.epoch === this.lookedAt) return 0;
    const now = this.clock.now();
    let stale = 0;
    for (const set of await this.database.read.findBy(ChangeSet, { status: 'applied', effectiveAt: MoreThan(now) })) {
      if (this.isLeftAlone(set.id)) continue;
      if (staleAgain(state, set, await broughtBy(this.database.read, set), now)) stale += (await this.checkAgain(set.id)) ? 1 : 0;
    }
    this.lookedAt = state.epoch;
    return stale;
  }

  private checkAgain(id: string): Promise<boolean> {
    return this.unlessItFails(id, async (write, set) => {
      const isScheduled = set.status === 'applied' && set.effectiveAt !== null && set.effectiveAt > write.now;
      return isScheduled && (await this.carrier.checkAgain(write, set));
    });
  }

  private async due(): Promise<Pick<ChangeSet, 'id'>[]> {
    const rows = await this.database.read.find(ChangeSet, {
      select: { id: true },
      where: { status: 'approved', effectiveAt: LessThanOrEqual(this.clock.now()) },
      order: { effectiveAt: 'ASC', number: 'ASC' },
      take: BATCH + this.failed.size,
    });
    return rows.filter(({ id }) => !this.isLeftAlone(id));
  }

  private settle(id: string): Promise<boolean> {
    return this.unlessItFails(id, async (write, set) => {
      const isMine = set.status === 'approved' && set.effectiveAt !== null && set.effectiveAt <= write.now;
      if (isMine) await this.carrier.carryOut(write, set, set.impactHash, 'changeSet.carryOut');
      return isMine;
    });
  }

  /** One that fails by a fault of the product is looked at again in a while and holds up no other. */
  private async unlessItFails(id: string, work: (write: PolicyWrite, set: ChangeSet) => Promise<boolean>): Promise<boolean> {
    try {
      const { result } = await this.writer.run(actor, async (write) => {
        const set = await write.tx.findOneBy(ChangeSet, { id });
        const wrote = set !== null && (await work(write, set));
        return { wrote, result: wrote };
      });
      return result;
    } catch (error) {
      this.failed.set(id, Date.now() + LEFT_ALONE);
      this.log.error(`change set ${id} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return false;
    }
  }

  private isLeftAlone(id: string): boolean {
    const until = this.failed.get(id);
    if (until === undefined || until > Date.now()) return until !== undefined;
    this.failed.delete(id);
    return false;
  }
}
