import type { ClosedDays } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import { MoreThanOrEqual } from 'typeorm';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import { ClosedDay } from './closed-day.entity.js';

const DAY = 86_400_000;
/** No clock that runs began longer ago. */
const BEHIND = 100 * DAY;

type Known = Pick<ClosedDay, 'id' | 'nodeId' | 'day'>;

/** A13: the closed days of every unit in memory. Whoever changes them takes an epoch, so that a known epoch is a known calendar. */
@Injectable()
export class ClosedDayBook {
  private latest: { readonly epoch: number; readonly rows: Promise<readonly Known[]> } | null = null;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Of a unit, by its path, as known at an epoch. @param counted which of them; absent: all */
  async of(path: readonly string[], epoch: number, counted: (day: Known) => boolean = () => true): Promise<ClosedDays> {
    if (this.latest?.epoch !== epoch) this.latest = { epoch, rows: this.load() };
    const units = new Set(path);
    const counts = (known: Known) => units.has(known.nodeId) && counted(known);
    return new Set((await this.latest.rows).filter(counts).map(({ day }) => day));
  }

  private load(): Promise<readonly Known[]> {
    const since = new Date(this.clock.now() - BEHIND).toISOString().slice(0, 10);
    const rows = this.database.read.find(ClosedDay, {
      select: { id: true, nodeId: true, day: true },
      where: { day: MoreThanOrEqual(since) },
    });
    // What could not be read is asked for again.
    rows.catch(() => (this.latest = null));
    return rows;
  }
}
