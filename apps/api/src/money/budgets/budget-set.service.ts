import { isBranch } from '@headwater/org-tree';
import { periodOf, type BudgetAction, type BudgetKind } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, targetAt } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { BadInput, NotFound, StaleVersion } from '../../common/errors.js';
import { newId } from '../../common/ids.js';
import { ancestorColumns } from '../../database/ancestors.js';
import { Database, rowsChanged, updateVersioned } from '../../database/database.js';
import { isDuplicate, TryAgain } from '../../database/retry.js';
import { rowsWhere } from '../../database/rows.js';
import { insertRows } from '../../orders/insert-rows.js';
import { requireReason } from '../../policies/inputs.js';
import { checkMonth } from '../months.js';
import { noteDays } from './budget-days.js';
import { BudgetEvaluator } from './budget-evaluator.service.js';
import { BudgetTrips } from './budget-trips.service.js';
import { Budget } from './budget.entity.js';
import { BudgetMonthOver } from './budget.errors.js';

/** A hundred thousand millions: more than any chain pays, and far from where numbers are no longer exact. */
const MAX_AMOUNT = 10_000_000_000_000;
const DEFAULT_CURRENCY = 'CNY';

export interface BudgetTerms {
  readonly nodeId: string;
  readonly kind: BudgetKind;
  readonly month: string;
  /** Fen. */
  readonly amount: number;
  readonly currency?: string | null;
  readonly action: BudgetAction;
  readonly reason: string;
  /** 0: there is none yet. */
  readonly version: number;
}

type Key = Pick<Budget, 'nodeId' | 'kind' | 'period'>;
type Terms = Pick<Budget, 'currency' | 'amount' | 'action' | 'reason' | 'personId' | 'personName' | 'setAt'>;

/**
 * S5: finance and the administrator set, raise and remove budgets, at HQ. A change takes back what the budget did at 100 %: orders paid
 * from then on are promised again; where it is still used up, it does at once what it says now. That is also how HQ decides when it is
 * asked: a higher amount, `suspend`, or `alert` to let it go on.
 */
@Injectable()
export class BudgetSetter {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(BudgetEvaluator) private readonly evaluator: BudgetEvaluator,
    @Inject(BudgetTrips) private readonly trips: BudgetTrips,
  ) {}

  /** @throws NotFound, Forbidden, BadInput, UnknownMonth, BudgetMonthOver, StaleVersion @returns its id */
  async set(actor: StaffActor, terms: BudgetTerms): Promise<string> {
    const { nodeId, kind, month: period, version } = terms;
    this.authorize(actor);
    this.checkPlace(actor, terms);
    const reason = requireReason(terms.reason);
    checkAmount(terms.amount);
    return this.database.inTransaction(async (tx) => {
      const now = this.clock.now();
      const [known] = await rowsWhere(tx, Budget, { nodeId, kind, period }, { held: true });
      if ((known?.version ?? 0) !== version) throw new StaleVersion('budget', { seen: version, now: known?.version ?? null });
      const currency = currencyOf(terms, known);
      const said = { currency, amount: terms.amount, action: terms.action, reason, ...signed(actor, now) };
      const id = known ? await this.change(tx, known, said) : await this.add(tx, actor, { nodeId, kind, period }, said);
      const before = known ? { amount: known.amount, does: known.action } : null;
      const data = { kind, period, currency, amount: terms.amount, does: terms.action, before, reason };
      await this.audit.record(tx, { actor, action: 'money.setBudget', subject: { type: 'budget', id }, nodeId, data });
      await this.trips.consider(tx, [id], now);
      await noteDays(tx, [id], actor.snapshot, now);
      return id;
    });
  }

  /** @throws NotFound, Forbidden, BadInput, StaleVersion */
  async remove(actor: StaffActor, id: string, version: number, why: string): Promise<void> {
    this.authorize(actor);
    const reason = requireReason(why);
    await this.database.inTransaction(async (tx) => {
      const [budget] = await rowsWhere(tx, Budget, { id }, { held: true });
      if (!budget) throw new NotFound('budget', id);
      if ((await rowsChanged(tx, 'DELETE FROM budget WHERE id = ? AND version = ?', [id, version])) !== 1)
        throw new StaleVersion('budget', { seen: version, now: budget.version });
      await this.trips.end(tx, budget, this.clock.now());
      const { nodeId, kind, period, currency, amount, action: does } = budget;
      const data = { kind, period, currency, amount, does, reason };
      await this.audit.record(tx, { actor, action: 'money.removeBudget', subject: { type: 'budget', id }, nodeId, data });
    });
  }

  /** What it withheld, and the warning at 80 %, are of the terms of before. */
  private async change(tx: EntityManager, known: Budget, terms: Terms): Promise<string> {
    await this.trips.end(tx, known, terms.setAt);
    await updateVersioned(tx, Budget, known, { ...terms, warnedAt: null, tripId: null }, 'budget');
    return known.id;
  }

  /** The row comes first: whoever posts meanwhile waits for it, or is waited for, so that nothing is counted twice or left out. */
  private async add(tx: EntityManager, { snapshot }: StaffActor, key: Key, terms: Terms): Promise<string> {
    const { id: nodeId, type } = snapshot.require(key.nodeId);
    const row: Budget = {
      id: newId(terms.setAt),
      ...key,
      ...terms,
      exact: isBranch(type),
      ...{ spent: 0, committed: 0, exposure: 0, warnedAt: null, tripId: null, version: 1 },
      ...ancestorColumns(snapshot.path(nodeId).map(({ id }) => id)),
    };
    await insertRows(tx, Budget, [row]).catch((error: unknown) => {
      throw isDuplicate(error) ? new TryAgain('set meanwhile', { cause: error }) : error;
    });
    await tx.update(Budget, { id: row.id }, await this.evaluator.figuresOf(tx, row, terms.setAt));
    return row.id;
  }

  private checkPlace({ snapshot }: StaffActor, { nodeId, month }: BudgetTerms): void {
    const node = snapshot.node(nodeId);
    if (!node) throw new NotFound('unit', nodeId);
    const current = periodOf(this.clock.now(), node.timeZone);
    if (checkMonth(month, 'month') < current) throw new BudgetMonthOver(month, current);
  }

  /** Budgets are the chain's: whoever sets one does so at its root. */
  private authorize(actor: StaffActor): void {
    authorize(actor, 'money.setBudget', targetAt(actor.snapshot, actor.snapshot.root.id));
  }
}

const signed = ({ personId, name }: StaffActor, setAt: number) => ({ personId, personName: name.slice(0, 100), setAt });

function checkAmount(amount: number): void {
  if (amount < 1 || amount > MAX_AMOUNT)
    throw new BadInput('amount', 'A budget is above 0, in fen.', { min: 1, max: MAX_AMOUNT });
}

/** What was spent is counted in one currency, from the first day on. */
function currencyOf({ currency }: BudgetTerms, known: Budget | undefined): string {
  const wanted = currency ?? known?.currency ?? DEFAULT_CURRENCY;
  if (!/^[A-Z]{3}$/.test(wanted)) throw new BadInput('currency', 'A currency has three capital letters.', 'ISO 4217');
  if (known && wanted !== known.currency) throw new BadInput('currency', 'A budget keeps its currency.', known.currency);
  return wanted;
}
