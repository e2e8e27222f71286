import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { PayoutPort } from '../../../money/payout-port.js';
import { RefundService } from '../../../money/refund.service.js';
import type { Database } from '../../../database/database.js';
import { CaseClock } from '../../case-clock.service.js';
import { CaseEvents } from '../../case-events.js';
import { CaseRules } from '../../case-rules.service.js';
import { CaseService } from '../../case.service.js';
import { PayoutWorker } from '../../payout-worker.service.js';
import { Compensations } from '../../remedies/compensation.service.js';
import { DAY, HOUR } from '../desk.js';
import { mortal, WorkerDied } from './mortal.js';
import type { Random } from './random.js';

const WORKERS = 3;
/** How many of the worker's transactions it does not survive, and how often all machines are down. */
const DEATHS = 0.02;
const POWER_CUTS = 0.003;

interface Worker {
  readonly clock: CaseClock;
  readonly payouts: PayoutWorker;
  /** Down until then (UTC epoch ms). */
  readonly backAt: number;
}

/** Three processes that fire clocks and pay refunds, each over the real services with a memory of its own; they die and come back. */
export class Workers {
  private workers: Worker[];
  deaths = 0;

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly database: Database,
    private readonly random: Random,
  ) {
    this.workers = Array.from({ length: WORKERS }, () => this.start(0));
  }

  /**
   * Everybody who is up looks at what is due.
   * @returns whether all of it has been looked at: somebody was up, and nobody died over it
   */
  async run(now: number): Promise<boolean> {
    if (this.random.happens(POWER_CUTS)) this.workers = this.workers.map(() => this.start(now + this.random.wait(2 * DAY)));
    const before = this.deaths;
    const ran = await Promise.all(this.workers.map((_, index) => this.runOne(index, now)));
    return ran.includes(true) && this.deaths === before;
  }

  private async runOne(index: number, now: number): Promise<boolean> {
    const worker = this.workers[index];
    if (!worker || worker.backAt > now) return false;
    try {
      await worker.clock.runDue(now);
      await worker.payouts.runDue(now);
      return true;
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      this.deaths += 1;
      this.workers[index] = this.start(now + this.random.wait(12 * HOUR));
      return false;
    }
  }

  private start(backAt: number): Worker {
    const of = <T>(token: abstract new (...args: never[]) => T): T => this.app.get(token as never, { strict: false });
    const database = mortal(this.database, this.random, DEATHS);
    const clock = new CaseClock(database, of(CaseService), of(CaseEvents), of(CaseRules));
    return {
      clock,
      payouts: new PayoutWorker(database, of(PayoutPort), of(RefundService), of(CaseService), of(Compensations)),
      backAt,
    };
  }
}
