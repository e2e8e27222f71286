import { Inject, Injectable } from '@nestjs/common';
import { systemActor } from '../../auth/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import type { OrderDraft } from '../../orders/order-draft.js';
import { BudgetEvaluator } from '../../money/budgets/budget-evaluator.service.js';
import { OrderWriter, type WriteOutcome } from '../../orders/order-writer.service.js';
import { TreeService } from '../../tree/tree.service.js';
import type { ImportReport } from '../csv/report.js';
import type { OrderMapping, Profile } from '../mapping/profile.js';
import { type Problem } from '../problems.js';
import { type Progress, silent } from '../progress.js';
import { draftProblemOf } from './draft-problems.js';
import { OrderAssembler, type SourceOrder } from './read-order.js';
import { columnsOf, filesOf, ONLY, stage } from './source-files.js';
import { splitOrder } from './split-order.js';
import { Staging } from './staging.js';
import { idsIn, namedUnits, unknownUnits } from './named-units.js';

export interface OrderImport {
  readonly profile: Profile;
  readonly mapping: OrderMapping;
  /** The file, or the folder with the profile's files. */
  readonly path: string;
  readonly report: ImportReport;
  readonly progress?: Progress;
}

/**
 * `read` counts the source's orders; `created`, `changed` and `unchanged` our own, one for each seller of a source's order; `refused`
 * orders that did not go in; `stray` refused records that belong to no order; `lines` and `freight` (fen) what those that are in hold.
 */
export interface OrderSummary {
  read: number;
  lines: number;
  freight: number;
  created: number;
  changed: number;
  unchanged: number;
  refused: number;
  stray: number;
}

type OrdersWritten = Omit<OrderSummary, 'stray'>;

const BATCH = 1_000;

/** Brings orders in from a source's files, each batch in one transaction, promised by the rules in force at their payment. */
@Injectable()
export class OrderImportService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(OrderWriter) private readonly writer: OrderWriter,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BudgetEvaluator) private readonly budgets: BudgetEvaluator,
  ) {}

  /** @throws FileInvalid, NoOrganization */
  async run(task: OrderImport): Promise<OrderSummary> {
    const { profile, mapping, path, report, progress = silent } = task;
    await this.tree.current();
    const already = report.refused;
    const staging = new Staging();
    try {
      const files = filesOf(profile, mapping, path);
      for (const file of files)
        await stage(file, { profile, columns: columnsOf(profile, mapping, file), staging, report, progress });
      reportOrphans(task, staging);
      const stray = report.refused - already;
      return { ...(await this.writeAll(task, new OrderAssembler(profile, mapping, files, staging), staging)), stray };
    } finally {
      staging.close();
    }
  }

  private async writeAll(task: OrderImport, assembler: OrderAssembler, staging: Staging): Promise<OrdersWritten> {
    const { mapping, report, progress = silent } = task;
    const summary: OrdersWritten = { read: 0, lines: 0, freight: 0, created: 0, changed: 0, unchanged: 0, refused: 0 };
    const main = mapping.file ?? ONLY;
    progress.start('orders', staging.count(main));
    let batch: SourceOrder[] = [];
    for (const key of staging.keys(main)) {
      summary.read += 1;
      const { order, problems } = assembler.read(key);
      report.add(problems);
      if (order) batch.push(order);
      else summary.refused += 1;
      if (batch.length < BATCH) continue;
      await this.write(task, batch, summary);
      batch = [];
    }
    await this.write(task, batch, summary);
    progress.done();
    await this.record(task, summary);
    return summary;
  }

  private async write(task: OrderImport, orders: readonly SourceOrder[], summary: OrdersWritten): Promise<void> {
    const units = await namedUnits(this.database.read, task, orders);
    const drafts: { order: SourceOrder; draft: OrderDraft }[] = [];
    for (const order of orders) {
      const unknown = unknownUnits(task.mapping, order, units);
      if (unknown.length > 0) this.refuse(task, summary, unknown);
      else drafts.push(...splitOrder(order, task.profile.profile, idsIn(units)).map((draft) => ({ order, draft })));
    }
    if (drafts.length > 0) {
      const now = this.clock.now();
      const outcomes = await this.database.inTransaction((tx) =>
        this.writer.write(
          tx,
          drafts.map(({ draft }) => draft),
          now,
        ),
      );
      await this.budgets.afterBatch([...new Set(drafts.map(({ draft }) => draft.nodeId))], now);
      drafts.forEach(({ order, draft }, index) => this.count(task, summary, { order, draft, outcome: outcomes[index] }));
    }
    task.progress?.advance(orders.length);
  }

  private count(
    task: OrderImport,
    summary: OrdersWritten,
    it: { order: SourceOrder; draft: OrderDraft; outcome: WriteOutcome | undefined },
  ): void {
    if (!it.outcome) return;
    if (it.outcome.result === 'refused') {
      this.refuse(task, summary, [draftProblemOf(task.mapping, it.order, it.draft, it.outcome.problem)]);
      return;
    }
    summary[({ created: 'created', updated: 'changed', unchanged: 'unchanged' } as const)[it.outcome.result]] += 1;
    summary.lines += it.draft.lines.length;
    summary.freight += it.draft.lines.reduce((sum, line) => sum + line.freightAmount, 0);
  }

  private refuse(task: OrderImport, summary: OrdersWritten, problems: readonly Problem[]): void {
    task.report.add(problems);
    summary.refused += 1;
  }

  private async record({ profile, path }: OrderImport, summary: OrdersWritten): Promise<void> {
    if (summary.created === 0 && summary.changed === 0) return;
    const snapshot = await this.tree.current();
    const subject = { type: 'import', id: profile.profile };
    const data = { file: path.split(/[/\\]/).at(-1), ...summary };
    const entry = {
      actor: systemActor('import'),
      action: 'import.orders' as const,
      subject,
      nodeId: snapshot.root.id,
      data,
      snapshot,
    };
    await this.database.inTransaction((tx) => this.audit.record(tx, entry));
  }
}

/** Lines and payments of orders that the file of orders does not have: reported, for nobody else would. */
function reportOrphans({ profile, mapping, report }: OrderImport, staging: Staging): void {
  const main = mapping.file ?? ONLY;
  for (const { file, on } of [mapping.lines, mapping.payments].filter((it) => it !== undefined)) {
    if (file === undefined) continue;
    for (const { key, line } of staging.orphans(file, main)) {
      const place = { file: profile.files[file] ?? file, line };
      const problem = {
        severity: 'refused',
        column: on ?? mapping.key,
        value: key,
        code: 'UNKNOWN_ORDER',
        allowed: 'an order of the file',
      } as const;
      report.add([{ ...place, ...problem }]);
    }
  }
}
