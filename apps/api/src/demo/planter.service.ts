import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CaseClock } from '../after-sales/case-clock.service.js';
import { PayoutWorker } from '../after-sales/payout-worker.service.js';
import { Passwords } from '../auth/passwords.js';
import { Person, RoleGrant } from '../auth/person.entity.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { nextEpoch } from '../database/epoch.js';
import { writeSetting } from '../database/settings.js';
import { type Progress, silent } from '../imports/progress.js';
import { OrderWriter } from '../orders/order-writer.service.js';
import { insertNodes } from '../org/insert-nodes.js';
import { TreeService } from '../tree/tree.service.js';
import { DAY, dayName, HOUR } from './calendar.js';
import { Cast } from './cast.js';
import { BudgetDesk } from './money/budget-desk.service.js';
import { Agenda } from './cases/agenda.js';
import { CaseLife, type CaseRun } from './cases/case-life.service.js';
import { planHistory, type History } from './history/plan-history.js';
import { draftOf, type PlannedOrder } from './history/planned-order.js';
import { MoneyDesk } from './money/money-desk.service.js';
import { moneySchedule } from './money/money-schedule.js';
import { PolicyDesk } from './policies/policy-desk.service.js';
import { policySchedule, type Officials, type PolicyStep } from './policies/schedule.js';
import { Random } from './random.js';
import { writeDemoAccounts } from './demo-accounts.js';
import { DEMO, type DemoState } from './demo-state.js';
import type { DemoSize } from './size.js';
import { buildPeople, DEMO_PASSWORD, type DemoPerson } from './world/people.js';
import { buildUnits, type DemoUnits } from './world/units.js';

export interface Planting {
  readonly seed: number;
  /** Midnight in China at which the history ends, UTC epoch ms. */
  readonly today: number;
  readonly size: DemoSize;
  readonly progress?: Progress;
}

/** Clocks and payouts look this often while the history passes. */
const SLOT = 3 * HOUR;

/**
 * Plants the demo chain by living its last months: the clock is set to each moment in turn, and what people do then goes through the
 * services that the API uses. So every rule, event, count and entry is what the product itself makes of it.
 */
@Injectable()
export class DemoPlanter {
  private readonly agenda = new Agenda<CaseRun>();

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Passwords) private readonly passwords: Passwords,
    @Inject(OrderWriter) private readonly writer: OrderWriter,
    @Inject(PolicyDesk) private readonly desk: PolicyDesk,
    @Inject(CaseLife) private readonly life: CaseLife,
    @Inject(CaseClock) private readonly clocks: CaseClock,
    @Inject(PayoutWorker) private readonly payouts: PayoutWorker,
    @Inject(BudgetDesk) private readonly budgets: BudgetDesk,
    @Inject(MoneyDesk) private readonly money: MoneyDesk,
  ) {}

  async plant({ seed, today, size, progress = silent }: Planting): Promise<void> {
    const random = Random.seeded(seed);
    const units = buildUnits(random, today);
    const people = buildPeople(random, units, today);
    const state: DemoState = { seed, day: dayName(today), planted: false };
    progress.start('demo chain', size.days);
    await this.plantGround(units, people, state, today);
    await this.live(random, { units, people, today, size, progress });
    await this.database.inTransaction((tx) => writeSetting(tx, DEMO, { ...state, planted: true }));
    progress.done();
  }

  private async plantGround(units: DemoUnits, people: readonly DemoPerson[], state: DemoState, today: number): Promise<void> {
    const passwordHash = await this.passwords.hash(DEMO_PASSWORD);
    const now = today - 365 * DAY;
    this.clock.set(now);
    await this.database.inTransaction(async (tx) => {
      await writeSetting(tx, DEMO, { ...state });
      await insertNodes(tx, units.all, await nextEpoch(tx, now));
      await insertPeople(tx, people, passwordHash, now);
      await writeDemoAccounts(tx, people.filter(({ shown }) => shown).map(accountOf));
    });
  }

  private async live(
    random: Random,
    it: Required<Omit<Planting, 'seed'>> & { units: DemoUnits; people: readonly DemoPerson[] },
  ): Promise<void> {
    const { units, people, today, size, progress } = it;
    const cast = new Cast(people);
    const officials = await this.officials(cast);
    const history = planHistory(random, units.stores, size, today);
    const steps = policySchedule(units, today);
    const finance = cast.actor(cast.one('finance'), await this.tree.current());
    const months = moneySchedule(random, history.days[0]?.day ?? today, today);
    const inLastMonth = (at: number) => dayName(at).slice(0, 7) === dayName(today).slice(0, 7);
    let hasBudgets = false;
    for (const { day, orders } of history.days) {
      for (const step of takeUntil(steps, day + DAY)) await this.take(step, officials);
      for (const { at, run } of takeUntil(months, day + DAY)) {
        this.clock.set(at);
        await run(this.money, finance);
      }
      if (inLastMonth(day) && !hasBudgets) hasBudgets = await this.setBudgets(cast, units, day);
      await this.sell(random, orders, history, day, today);
      for (let until = day + SLOT; until <= day + DAY; until += SLOT) await this.pass(cast, until);
      if (hasBudgets) await this.budgets.look(day + DAY - 1);
      progress.advance(1);
    }
    if (!hasBudgets) await this.setBudgets(cast, units, today);
  }

  /** In the month in which the history ends. */
  private async setBudgets(cast: Cast, units: DemoUnits, day: number): Promise<true> {
    await this.budgets.set(cast.actor(cast.one('finance'), await this.tree.current()), units, day);
    return true;
  }

  private async officials(cast: Cast): Promise<Officials> {
    const snapshot = await this.tree.current();
    const operator = cast.actor(cast.one('operator'), snapshot);
    const administrator = cast.actor(cast.one('administrator'), snapshot);
    return {
      administrator,
      operator,
      regional: (nodeId) => cast.actor(cast.one('regionalManager', nodeId), snapshot),
      manager: (storeId) => cast.actor(cast.one('storeManager', storeId), snapshot),
    };
  }

  private async take(step: PolicyStep, officials: Officials): Promise<void> {
    this.clock.set(step.at);
    await step.run(this.desk, officials);
  }

  /** Writes a day's orders as they stand at the end, and notes when their buyers will come back. */
  private async sell(random: Random, orders: readonly PlannedOrder[], history: History, day: number, end: number): Promise<void> {
    this.clock.set(day);
    const drafts = orders.map((order) => draftOf(order, end));
    const outcomes = await this.database.inTransaction((tx) => this.writer.write(tx, drafts, day));
    orders.forEach(({ number }, index) => {
      const outcome = outcomes[index];
      if (outcome?.result !== 'created') throw new Error(`the demo order ${number} was not written: ${JSON.stringify(outcome)}`);
      const scenario = history.scenarios.get(number);
      if (!scenario) return;
      const own = random.of('life', number);
      this.agenda.add(scenario.appliedAt, {
        scenario,
        orderId: outcome.orderId,
        own,
        caseId: null,
        accepted: false,
        pending: null,
      });
    });
  }

  /**
   * Everything that happens up to a moment; then the clocks and payouts that fell due. One transaction: were it tried again, the agenda would
   * have moved on, so it is not; an interrupted planting is thrown away and begun anew.
   */
  private async pass(cast: Cast, until: number): Promise<void> {
    await this.database.writer.transaction(async (tx) => {
      for (let next = this.agenda.take(until); next; next = this.agenda.take(until)) {
        this.clock.set(next.at);
        const again = await this.life.step(tx, next.what, cast, next.at);
        if (again !== null) this.agenda.add(again, next.what);
      }
    });
    this.clock.set(until);
    await this.clocks.runDue(until);
    await this.payouts.runDue(until);
    // SQLite answers at once, so nothing else would get its turn: Ctrl-C, for one.
    await new Promise(setImmediate);
  }
}

/** Removes the steps before an instant from the front. */
const takeUntil = <Step extends { readonly at: number }>(steps: Step[], until: number): Step[] => {
  const count = steps.findIndex(({ at }) => at >= until);
  return steps.splice(0, count < 0 ? steps.length : count);
};

async function insertPeople(tx: EntityManager, people: readonly DemoPerson[], passwordHash: string, now: number): Promise<void> {
  const active = {
    status: 'active',
    passwordHash,
    language: null,
    failedAttempts: 0,
    lockedUntil: null,
    lastSeenAt: null,
  } as const;
  const persons = people.map(({ id, email, name }) => ({ id, email, name, ...active, createdAt: now, version: 1 }));
  await tx.insert(Person, persons);
  const admin = people[0]?.id ?? '';
  // A person has one role here, so that its id serves as the grant's.
  const grants = people.map(({ id, role, nodeId }) => ({
    id,
    personId: id,
    role,
    nodeId,
    grantedBy: admin,
    grantedAt: now,
    revokedAt: null,
  }));
  await tx.insert(RoleGrant, grants);
}

const accountOf = ({ email, name, role, nodeName }: DemoPerson) => ({ email, password: DEMO_PASSWORD, name, role, nodeName });
