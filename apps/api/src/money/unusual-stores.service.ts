import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { CostDimension } from './cost-enums.js';
import { CostGroups, rowKey, type CostQuestion } from './cost-groups.service.js';
import type { CostFilter, CostRowView, UnusualStoreView } from './cost.view.js';

/** Stores that are looked at: those that cost most. */
const LOOKED_AT = 100;
const SHOWN = 5;
/** What makes a rise one to tell of: half as much again, and fen enough to act on. */
const RISE = 1.5;
const LEAST = 10_000;

const WHY: readonly CostDimension[] = ['reason', 'component'];

/** Before the first cost there was none. */
const nothing: ReadonlyMap<string, number> = new Map();

const storeOf = ({ keys }: CostRowView): string => keys[0]?.value ?? '';

/** Finance's landing page: stores that cost much more than in the same days of the month before, and what most of it is. */
@Injectable()
export class UnusualStores {
  constructor(@Inject(CostGroups) private readonly groups: CostGroups) {}

  /** @param days the same days of this month and the one before, the largest rise first. @throws NotFound */
  async of(actor: Actor, days: CostFilter, before: CostFilter): Promise<UnusualStoreView[]> {
    const [found, then] = [await this.groups.top(actor, days, ['store'], LOOKED_AT), await this.groups.ask(actor, before)];
    if (!found || (then && found.question.currency !== then.currency)) return [];
    const { question: now, rows } = found;
    const amounts = then ? await this.groups.amounts(then, ['store'], rows.map(storeOf)) : nothing;
    const risen = rows
      .map((row) => ({ ...row, before: amounts.get(rowKey(row)) ?? 0 }))
      .filter((row) => row.amount - row.before >= LEAST && row.amount >= row.before * RISE)
      .sort((a, b) => b.amount - b.before - (a.amount - a.before))
      .slice(0, SHOWN);
    return Promise.all(risen.map(async (store) => ({ store, why: await this.why(now, then, storeOf(store)) })));
  }

  /** The reason and component whose cost rose most. */
  private async why(now: CostQuestion, then: CostQuestion | null, store: string): Promise<CostRowView> {
    const parts = await this.groups.rows(now, WHY, [store]);
    const amounts = then ? await this.groups.amounts(then, WHY, [store]) : nothing;
    const [most] = parts
      .map((row) => ({ ...row, before: amounts.get(rowKey(row)) ?? 0 }))
      .sort((a, b) => b.amount - b.before - (a.amount - a.before));
    if (most === undefined) throw new Error(`a store that cost nothing is not unusual: ${store}`);
    return most;
  }
}
