import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { costDimensions, type CostDimension } from './cost-enums.js';
import { CostGroups } from './cost-groups.service.js';
import { exportUrl } from './cost-query.js';
import type { CostFilter, CostReportView } from './cost.view.js';
import { TooManyDimensions } from './money.errors.js';

const MAX_DIMENSIONS = 3;
const MAX_TOP = 1_000;

const nothing = { rows: [], totalAmount: 0, otherAmount: 0, otherRows: 0, currency: 'CNY' };

export const isDimension = (text: string): text is CostDimension => (costDimensions as readonly string[]).includes(text);

/** One to three different dimensions. @throws TooManyDimensions */
export function checkDimensions(by: readonly CostDimension[]): readonly CostDimension[] {
  if (by.length === 0 || by.length > MAX_DIMENSIONS || new Set(by).size !== by.length)
    throw new TooManyDimensions(MAX_DIMENSIONS);
  return by;
}

/** M2: what returns cost, by up to three dimensions: the top rows, and the rest in one sum, so that it ties. */
@Injectable()
export class CostReportService {
  constructor(@Inject(CostGroups) private readonly groups: CostGroups) {}

  /** @throws NotFound, UnknownMonth, TooManyDimensions */
  async report(actor: Actor, filter: CostFilter | null, by: readonly CostDimension[], top: number): Promise<CostReportView> {
    checkDimensions(by);
    const question = await this.groups.ask(actor, filter);
    const frame = {
      months: await this.groups.months(actor, filter),
      exportUrl: exportUrl(filter, by, 'csv'),
      sheetUrl: exportUrl(filter, by, 'xlsx'),
    };
    if (!question) return { ...nothing, ...frame };
    const rows = await this.groups.rows(question, by, { limit: Math.min(Math.max(top, 1), MAX_TOP) });
    const shown = rows.reduce((sum, { amount }) => sum + amount, 0);
    const count = await this.groups.count(question, by);
    return {
      rows,
      totalAmount: question.amount,
      otherAmount: question.amount - shown,
      otherRows: count - rows.length,
      currency: question.currency,
      ...frame,
    };
  }
}
