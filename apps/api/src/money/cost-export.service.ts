import { reasonOf, isReasonCode } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { Language } from '../auth/views.js';
import type { Cell, Column, TableFile } from '../common/table-file.js';
import { TreeService } from '../tree/tree.service.js';
import type { CostDimension } from './cost-enums.js';
import { CostGroups, type CostQuestion } from './cost-groups.service.js';
import type { CostFilter, CostKeyView, CostRowView } from './cost.view.js';
import { costHeads, costWords } from './cost-words.js';

/** Rows that are read at once, as far as whole stores go. */
const ROWS = 10_000;

/** M2: a report as a file, row by row, so that a chain of any size is written without being held. */
@Injectable()
export class CostExportService {
  constructor(
    @Inject(CostGroups) private readonly groups: CostGroups,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** @throws NotFound, UnknownMonth */
  async table(actor: Actor, filter: CostFilter, by: readonly CostDimension[], language: Language): Promise<TableFile> {
    const question = await this.groups.ask(actor, filter);
    const heads = costHeads[language];
    const keys = by.flatMap((dimension) => (dimension === 'store' ? [heads.storeCode, heads.store] : [heads[dimension]]));
    const columns: Column[] = [
      ...keys.map((head) => ({ head, kind: 'text' as const })),
      { head: heads.cases, kind: 'count' },
      { head: heads.amount, kind: 'amount' },
    ];
    return { columns, rows: this.withTotal(question, by, language, keys.length) };
  }

  private async *withTotal(
    question: CostQuestion | null,
    by: readonly CostDimension[],
    language: Language,
    keys: number,
  ): AsyncGenerator<Cell[]> {
    let total = 0;
    for await (const row of this.rows(question, by)) {
      total += row.amount;
      yield [...row.keys.flatMap((key) => this.cells(key, language)), row.cases, row.amount];
    }
    yield [costHeads[language].total, ...Array.from({ length: keys }, () => null), total];
  }

  private async *rows(question: CostQuestion | null, by: readonly CostDimension[]): AsyncGenerator<CostRowView> {
    if (!question) return;
    if (!by.includes('store')) return yield* await this.groups.rows(question, by);
    const stores = await this.groups.stores(question);
    const rowsOfStore = Math.max(1, (await this.groups.count(question, by)) / stores.length);
    const some = Math.max(1, Math.floor(ROWS / rowsOfStore));
    for (let at = 0; at < stores.length; at += some) {
      yield* await this.groups.rows(question, by, stores.slice(at, at + some));
    }
  }

  private cells({ dimension, value, label }: CostKeyView, language: Language): string[] {
    if (dimension === 'store') return [this.tree.snapshot.node(value)?.code ?? value, label];
    if (dimension === 'reason' && isReasonCode(value)) return [reasonOf(value).label[language]];
    return [costWords[language][value] ?? value];
  }
}
