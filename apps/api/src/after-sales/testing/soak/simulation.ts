import { isTerminal } from '@headwater/after-sales';
import { In } from 'typeorm';
import { rowsWhere } from '../../../database/rows.js';
import { listsBy } from '../../../orders/batch.js';
import { CaseClock } from '../../case-clock.service.js';
import { AfterSalesCase, CaseEvent } from '../../case.entity.js';
import { DAY, HOUR, type Desk } from '../desk.js';
import { People } from './acts.js';
import { bringIn } from './applications.js';
import { judgeCase, type Ending, type Told, type Violation } from './judge.js';
import { Random } from './random.js';
import { Workers } from './workers.js';

const YEARS = 10 * 365 * DAY;
/** Every case ends within this, whatever its people do: the lifecycle has no cycle without a bound. */
const LONGEST = 400 * DAY;
/** Somebody looks, and somebody acts, so often on average. */
const LOOKS = 6 * HOUR;
const ACTS = 2 * DAY;
/** Cases come in waves, so that a small run has as much to do at once as a long one. */
const WAVE = 40;
const PAGE = 500;

/** What happened, and when all that was due had been looked at. */
export interface Tally {
  ticks: number;
  acts: number;
  refused: number;
}

/** Ten years of cases under an injected clock, with three workers, their crashes, and people who act at random. */
export class Simulation {
  readonly tally: Tally = { ticks: 0, acts: 0, refused: 0 };
  readonly workers: Workers;
  private readonly random: Random;
  private readonly people: People;
  private readonly clock: CaseClock;
  private readonly served: number[] = [];
  private open: string[] = [];
  private now: number;

  constructor(
    private readonly desk: Desk,
    seed: number,
  ) {
    const { app, database } = desk.it;
    this.random = new Random(seed);
    this.people = new People(app, database, new Random(seed + 1));
    this.workers = new Workers(app, database, new Random(seed + 2));
    this.clock = app.get(CaseClock, { strict: false });
    this.now = desk.now + 30 * DAY;
  }

  async run(cases: number, said: (done: number) => void = () => undefined): Promise<void> {
    const waves = this.waves(cases);
    for (let next = waves.pop(); next !== undefined; next = waves.pop()) {
      while (this.open.length > 0 && this.now < next.at) await this.tick(next.at);
      this.now = Math.max(this.now, next.at);
      this.open.push(...(await bringIn(this.desk, this.random, next.count, this.set())));
      said(next.done);
    }
    const until = this.now + LONGEST;
    while (this.open.length > 0 && this.now < until) await this.tick(until);
  }

  /** The cases with violations, by their kind. */
  async judge(): Promise<Partial<Record<Violation, string[]>>> {
    const found: Partial<Record<Violation, string[]>> = {};
    for await (const { ending, events } of this.histories())
      for (const violation of judgeCase(ending, events, this.served)) (found[violation] ??= []).push(ending.id);
    return found;
  }

  /** Every case with its events, in order. */
  async *histories(): AsyncGenerator<{ ending: Ending; events: Told[] }> {
    const { read } = this.desk.it.database;
    for (let after = ''; ;) {
      const rows = await read
        .createQueryBuilder(AfterSalesCase, 'c')
        .where('c.id > :after', { after })
        .orderBy('c.id')
        .take(PAGE)
        .getMany();
      const last = rows.at(-1);
      if (!last) return;
      const events = await read.find(CaseEvent, {
        select: {
          id: true,
          caseId: true,
          seq: true,
          at: true,
          verb: true,
          from: true,
          to: true,
          oldDeadline: true,
          newDeadline: true,
        },
        where: { caseId: In(rows.map(({ id }) => id)) },
        order: { caseId: 'ASC', seq: 'ASC' },
      });
      const byCase = listsBy(events, ({ caseId }) => caseId);
      for (const ending of rows) yield { ending, events: byCase.get(ending.id) ?? [] };
      after = last.id;
    }
  }

  /** The moments of the judge, for its own test. */
  get moments(): readonly number[] {
    return this.served;
  }

  /** When how many come in, the last first. */
  private waves(cases: number): { at: number; count: number; done: number }[] {
    const count = Math.ceil(cases / WAVE);
    const instants = Array.from({ length: count }, () => this.now + this.random.next() * YEARS).sort((a, b) => a - b);
    return instants
      .map((at, index) => ({
        at: Math.floor(at),
        count: Math.min(WAVE, cases - index * WAVE),
        done: Math.min(cases, (index + 1) * WAVE),
      }))
      .reverse();
  }

  private set(): number {
    this.desk.it.clock.set(this.now);
    return this.now;
  }

  /** Time goes on; whoever is up looks, while people act. */
  private async tick(until: number): Promise<void> {
    const before = this.now;
    this.now = await this.nextMoment(until);
    this.set();
    this.tally.ticks += 1;
    const [served] = await Promise.all([this.workers.run(this.now), this.act(this.now - before)]);
    if (served) this.served.push(this.now);
    await this.forgetEnded();
  }

  /** Some time later; now and then the very moment of a deadline, or the one before. */
  private async nextMoment(until: number): Promise<number> {
    const later = Math.min(this.now + this.random.wait(LOOKS), until);
    if (!this.random.happens(0.2)) return later;
    const ring = await this.clock.next();
    const moment = ring === null ? later : ring - this.random.whole(0, 1);
    return moment > this.now ? Math.min(moment, later) : later;
  }

  private async act(elapsed: number): Promise<void> {
    const { read } = this.desk.it.database;
    const expected = (this.open.length * elapsed) / ACTS;
    const acts = Math.min(this.open.length, Math.floor(expected) + (this.random.happens(expected % 1) ? 1 : 0));
    const ids = new Set(Array.from({ length: acts }, () => this.random.one(this.open)));
    for (const row of await rowsWhere(read, AfterSalesCase, { id: [...ids] })) {
      if (isTerminal(row.state)) continue;
      const result = await this.people.act(row, this.now);
      if (result === 'done') this.tally.acts += 1;
      if (result === 'refused') this.tally.refused += 1;
    }
  }

  /** Asked of the cases themselves, so that none of them is looked for in vain. */
  private async forgetEnded(): Promise<void> {
    if (this.open.length === 0 || (!this.random.happens(0.1) && this.open.length > WAVE)) return;
    const { read } = this.desk.it.database;
    const marks = this.open.map(() => '?').join(', ');
    const rows = await read.query<{ id: string }[]>(
      `SELECT id FROM after_sales_case WHERE id IN (${marks}) AND ended_at IS NULL`,
      this.open,
    );
    this.open = rows.map(({ id }) => id);
  }
}
