import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { LessThanOrEqual } from 'typeorm';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { pollWhileListening } from '../common/poll-while-listening.js';
import { Poller } from '../common/poller.js';
import { Database } from '../database/database.js';
import { PolicyWriter } from '../policies/policy-writer.service.js';
import { CarryOutService } from './carry-out.service.js';
import { ChangeSet } from './change-set.entity.js';

const EVERY = 1_000;

/** Sets looked for at once, and how long one that fails is left alone. */
const BATCH = 50;
const LEFT_ALONE = 60_000;

const actor = systemActor('calendar');

/**
 * P10, O2: carries out, when their date has come, the approved change sets that move units, those that came due during a downtime as well.
 * Any number of instances may do this: the epoch's lock makes them take turns, and whoever comes second finds it done.
 */
@Injectable()
export class DueChanges implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(DueChanges.name);
  private readonly poller: Poller;
  private readonly failed = new Map<string, number>();

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(CarryOutService) private readonly carrier: CarryOutService,
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
    return settled;
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

  /** One that fails by a fault of the product is looked at again in a while and holds up no other. */
  private async settle(id: string): Promise<boolean> {
    try {
      const { result } = await this.writer.run(actor, async (write) => {
        const set = await write.tx.findOneBy(ChangeSet, { id });
        const isMine = set?.status === 'approved' && set.effectiveAt !== null && set.effectiveAt <= write.now;
        if (isMine) await this.carrier.carryOut(write, set, set.impactHash, 'changeSet.carryOut');
        return { wrote: isMine, result: isMine };
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
