import { reasonOf, isReasonCode } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { Language } from '../auth/views.js';
import { amountCell, BOM, csvLine, textCell } from '../common/csv.js';
import { TreeService } from '../tree/tree.service.js';
import type { CostDimension } from './cost-enums.js';
import { CostGroups, type CostQuestion } from './cost-groups.service.js';
import type { CostFilter, CostKeyView, CostRowView } from './cost.view.js';
import { costHeads, costWords } from './cost-words.js';

/** Stores whose rows are read at once. */
const STORES = 500;

/** M2: a report as CSV, row by row, so that a chain of any size is written without being held. What is refused is so before the first. */
@Injectable()
export class CostExportService {
  constructor(
    @Inject(CostGroups) private readonly groups: CostGroups,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  async *lines(actor: Actor, filter: CostFilter, by: readonly CostDimension[], language: Language): AsyncGenerator<string> {
    const question = await this.groups.ask(actor, filter);
    const heads = costHeads[language];
    const columns = by.flatMap((dimension) => (dimension === 'store' ? [heads.storeCode, heads.store] : [heads[dimension]]));
    yield BOM + csvLine([...columns, heads.cases, heads.amount].map(textCell));
    let total = 0;
    for await (const row of this.rows(question, by)) {
      total += row.amount;
      yield csvLine([...row.keys.flatMap((key) => this.cells(key, language)), String(row.cases), amountCell(row.amount)]);
    }
    const blank = columns.slice(1).map(() => '');
    yield csvLine([textCell(heads.total), ...blank, '', amountCell(total)]);
  }

  private async *rows(question: CostQuestion | null, by: readonly CostDimension[]): AsyncGenerator<CostRowView> {
    if (!question) return;
    if (!by.includes('store')) return yield* await this.groups.rows(question, by, {});
    const stores = await this.groups.stores(question);
    for (let at = 0; at < stores.length; at += STORES) {
      yield* await this.groups.rows(question, by, { stores: stores.slice(at, at + STORES) });
    }
  }

  private cells({ dimension, value, label }: CostKeyView, language: Language): string[] {
    if (dimension === 'store') return [textCell(this.tree.snapshot.node(value)?.code ?? value), textCell(label)];
    if (dimension === 'reason' && isReasonCode(value)) return [textCell(reasonOf(value).label[language])];
    return [textCell(costWords[language][value] ?? value)];
  }
}
