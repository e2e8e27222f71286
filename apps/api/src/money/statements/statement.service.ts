import { beginningOf } from '@headwater/after-sales';
import { isBranch } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../auth/actor.js';
import { authorize, targetAt } from '../../auth/authorize.js';
import type { Language } from '../../auth/views.js';
import { BadInput, NotFound } from '../../common/errors.js';
import type { Cell, TableFile, TableFormat } from '../../common/table-file.js';
import { TreeService } from '../../tree/tree.service.js';
import type { NodeFacts } from '../../tree/tree-snapshot.js';
import { checkMonth } from '../months.js';
import { MonthCloseService } from '../periods/month-close.service.js';
import { StatementRows, type StatementOf } from './statement-rows.service.js';
import { statementCells, statementColumns, statementTotals } from './statement-words.js';
import type { StatementView } from './statement.view.js';

/** More lines than this are shown by day. */
const SHOWN = 500;
/** Lines that a file is read by at once. */
const BATCH = 1_000;

/** M3: a store's month, line by line, by bearer. */
@Injectable()
export class StatementService {
  constructor(
    @Inject(StatementRows) private readonly rows: StatementRows,
    @Inject(MonthCloseService) private readonly months: MonthCloseService,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** @throws NotFound, BadInput, UnknownMonth */
  async of(actor: Actor, asked: StatementOf): Promise<StatementView> {
    const node = this.readable(actor, asked);
    const lineCount = await this.rows.lineCount(asked);
    const isLong = lineCount > SHOWN;
    return {
      node,
      period: asked.period,
      closing: await this.months.closingOf(asked.period),
      accounts: await this.rows.accounts(asked),
      returnedSales: await this.rows.returnedSales(asked),
      lineCount,
      lines: isLong ? [] : await this.rows.lines(asked, SHOWN),
      days: isLong ? await this.rows.days(asked, offsetOf(asked.period, node.timeZone)) : [],
      exportUrl: urlOf(asked, 'csv'),
      sheetUrl: urlOf(asked, 'xlsx'),
    };
  }

  /** Opening, every line, closing. @throws NotFound, BadInput, UnknownMonth */
  async table(actor: Actor, asked: StatementOf, language: Language): Promise<TableFile> {
    const { timeZone } = this.readable(actor, asked);
    return { columns: statementColumns[language], rows: this.all(asked, language, timeZone) };
  }

  private async *all(asked: StatementOf, language: Language, timeZone: string): AsyncGenerator<Cell[]> {
    const accounts = await this.rows.accounts(asked);
    for (const account of accounts) yield statementTotals(language, 'opening', account);
    for (let after: string | undefined = ''; after !== undefined;) {
      const lines = await this.rows.lines(asked, BATCH, after);
      for (const line of lines) yield statementCells(language, line, timeZone);
      after = lines.length < BATCH ? undefined : lines.at(-1)?.id;
    }
    for (const account of accounts) yield statementTotals(language, 'closing', account);
  }

  private readable(actor: Actor, { nodeId, period }: StatementOf): NodeFacts {
    const { snapshot } = this.tree;
    const node = snapshot.node(nodeId);
    if (!node) throw new NotFound('unit', nodeId);
    authorize(actor, 'money.read', targetAt(snapshot, nodeId));
    if (!isBranch(node.type)) throw new BadInput('nodeId', 'A statement is one store’s.', 'a store');
    checkMonth(period, 'period');
    return node;
  }
}

/** Of the zone's clock from UTC when the month begins. */
const offsetOf = (period: string, timeZone: string): number =>
  Date.parse(`${period}-01T00:00:00Z`) - beginningOf(`${period}-01`, timeZone);

function urlOf({ nodeId, period }: StatementOf, format: TableFormat): string {
  return `/exports/statement.${format}?${new URLSearchParams({ node: nodeId, period }).toString()}`;
}
