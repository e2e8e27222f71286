import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { TreeService } from '../tree/tree.service.js';
import { costDimensions, type CostDimension } from './cost-enums.js';
import { CostGroups, rowKey, type CostQuestion } from './cost-groups.service.js';
import { exportUrl } from './cost-query.js';
import type { CostComparisonView, CostFilter, CostReportView, CostRowView } from './cost.view.js';
import { NotComparable, TooManyDimensions } from './money.errors.js';
import { checkMonth, lastWholeDay } from './months.js';

const MAX_DIMENSIONS = 3;
const MAX_TOP = 1_000;

const nothing = { rows: [], totalAmount: 0, otherAmount: 0, otherRows: 0, currency: 'CNY', comparison: null };

export const isDimension = (text: string): text is CostDimension => (costDimensions as readonly string[]).includes(text);

/** One to three different dimensions. @throws TooManyDimensions */
export function checkDimensions(by: readonly CostDimension[]): readonly CostDimension[] {
  if (by.length === 0 || by.length > MAX_DIMENSIONS || new Set(by).size !== by.length)
    throw new TooManyDimensions(MAX_DIMENSIONS);
  return by;
}

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

/** What is asked of a report beside its filter. */
export interface ReportShape {
  readonly by: readonly CostDimension[];
  readonly top: number;
  /** `YYYY-MM`; null: compared with nothing. */
  readonly comparedWith?: string | null;
}

/** M2: what returns cost, by up to three dimensions: the top rows, and the rest in one sum, so that it ties. */
@Injectable()
export class CostReportService {
  constructor(
    @Inject(CostGroups) private readonly groups: CostGroups,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, UnknownMonth, TooManyDimensions, NotComparable */
  async report(actor: Actor, asked: CostFilter | null, { by, top, comparedWith = null }: ReportShape): Promise<CostReportView> {
    checkDimensions(by);
    const filter = comparedWith === null ? asked : this.comparable(asked, by, comparedWith);
    const found = await this.groups.top(actor, filter, by, Math.min(Math.max(top, 1), MAX_TOP));
    const frame = {
      months: await this.groups.months(actor, filter),
      exportUrl: exportUrl(filter, by, 'csv'),
      sheetUrl: exportUrl(filter, by, 'xlsx'),
    };
    if (!found) return { ...nothing, ...frame };
    const { question, rows, count } = found;
    return {
      totalAmount: question.amount,
      otherAmount: question.amount - sumOf(rows.map(({ amount }) => amount)),
      otherRows: count - rows.length,
      currency: question.currency,
      ...(comparedWith === null
        ? { rows, comparison: null }
        : await this.compared(actor, { ...filter, months: [comparedWith] }, { rows, by, month: comparedWith, question })),
      ...frame,
    };
  }

  /** The filter of both months: of one that is not over the days that are, so that like is compared with like. */
  private comparable(asked: CostFilter | null, by: readonly CostDimension[], comparedWith: string): CostFilter {
    const [month, ...more] = asked?.months ?? [];
    checkMonth(comparedWith, 'comparedWith');
    if (month === undefined || more.length > 0 || month === comparedWith || by.includes('month')) throw new NotComparable();
    const later = month > comparedWith ? month : comparedWith;
    return { ...asked, throughDay: asked?.throughDay ?? lastWholeDay(later, this.clock.now(), this.tree.snapshot.root.timeZone) };
  }

  private async compared(
    actor: Actor,
    filter: CostFilter,
    it: { rows: CostRowView[]; by: readonly CostDimension[]; month: string; question: CostQuestion },
  ): Promise<{ rows: CostRowView[]; comparison: CostComparisonView }> {
    const { by, month } = it;
    const question = await this.groups.ask(actor, filter);
    const isSame = question?.currency === it.question.currency;
    const stores = by.includes('store') ? [...new Set(it.rows.map((row) => storeOf(row)))] : null;
    const amounts = isSame ? await this.groups.amounts(question, by, stores) : new Map<string, number>();
    const rows = it.rows.map((row) => ({ ...row, before: amounts.get(rowKey(row)) ?? 0 }));
    const totalAmount = isSame ? question.amount : 0;
    const otherAmount = totalAmount - sumOf(rows.map(({ before }) => before));
    return { rows, comparison: { month, totalAmount, otherAmount, throughDay: filter.throughDay ?? null } };
  }
}

const storeOf = ({ keys }: CostRowView): string => keys.find(({ dimension }) => dimension === 'store')?.value ?? '';
