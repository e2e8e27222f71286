import type { CaseAction } from '@headwater/after-sales';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '../../auth/actor.js';
import { may, targetOf } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { BadInput, DomainError, StaleVersion } from '../../common/errors.js';
import { Database } from '../../database/database.js';
import { inOrder } from '../../database/keyset.js';
import { CaseActions } from '../case-actions.service.js';
import { CaseListService } from '../case-list.service.js';
import { CaseWrites, type Seen } from '../case-writes.service.js';
import { AfterSalesCase } from '../case.entity.js';
import { permissionFor } from '../doer.js';
import { bulkAction, lifecycleVerb, type BulkVerb } from './bulk-verbs.js';
import { BulkTooLarge } from './bulk.errors.js';
import type { BulkPreviewView, BulkRefusalView, BulkResultView, BulkRowView, PreviewBulkArgs } from './bulk.view.js';

/** What one dry run looks at. */
export const MAX_ROWS = 5_000;
/** So many transactions are one request; the console sends a larger bulk in several, and more than 500 as a job. */
const MAX_RUN = 50;

const rowView = ({ id, code, version, amountAtRisk }: AfterSalesCase): BulkRowView => ({
  id,
  code,
  version,
  amount: amountAtRisk,
});

/** A17: one step on many cases. The dry run freezes the versions; each case is then a transaction of its own, by its own rules. */
@Injectable()
export class BulkService {
  private readonly logger = new Logger(BulkService.name);

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseListService) private readonly list: CaseListService,
    @Inject(CaseActions) private readonly actions: CaseActions,
    @Inject(CaseWrites) private readonly writes: CaseWrites,
  ) {}

  /** @throws BadInput, BulkTooLarge */
  async preview(actor: StaffActor, { verb, ids, filter }: PreviewBulkArgs): Promise<BulkPreviewView> {
    const wanted = await this.wanted(actor, ids, filter);
    const found = inOrder(wanted, await this.database.read.findBy(AfterSalesCase, { id: In(wanted.map(({ id }) => id)) }));
    const rows = found.filter((row) => may(actor, 'case.read', targetOf('case', row)));
    const willDo: BulkRowView[] = [];
    const refused: AfterSalesCase[] = [];
    for (const row of rows) {
      if (await this.actions.hold(actor, row, lifecycleVerb(verb), this.clock.now())) willDo.push(rowView(row));
      else refused.push(row);
    }
    const amount = willDo.reduce((sum, row) => sum + row.amount, 0);
    return { willDo, amount, willNot: refusals(actor, verb, refused), absent: wanted.length - rows.length };
  }

  /** One after the other. @throws BadInput, BulkTooLarge */
  async run(actor: StaffActor, verb: BulkVerb, rows: readonly Seen[], text: string): Promise<BulkResultView[]> {
    if (rows.length > MAX_RUN) throw new BulkTooLarge('rows', MAX_RUN);
    const action = bulkAction(verb, text);
    const results: BulkResultView[] = [];
    for (const row of rows) results.push(await this.one(actor, row, action));
    return results;
  }

  private async one(actor: StaffActor, seen: Seen, action: CaseAction): Promise<BulkResultView> {
    try {
      await this.writes.act(actor, seen, action);
      return { id: seen.id, outcome: 'done', error: null };
    } catch (error) {
      const outcome = error instanceof StaleVersion ? 'changed' : 'failed';
      return { id: seen.id, outcome, error: this.told(seen, error) };
    }
  }

  /** What is no answer of the product stays in its log. */
  private told({ id }: Seen, error: unknown): object {
    if (error instanceof DomainError) return { code: error.code, message: error.message, ...error.facts };
    this.logger.error(`bulk: case ${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.' };
  }

  private async wanted(actor: StaffActor, ids: PreviewBulkArgs['ids'], filter: PreviewBulkArgs['filter']) {
    if ((ids == null) === (filter == null)) throw new BadInput('ids', 'Either ids or a filter.');
    const field = ids ? 'ids' : 'filter';
    const found = ids ? [...new Set(ids)].map((id) => ({ id })) : await this.list.first(actor, filter ?? null, MAX_ROWS + 1);
    if (found.length > MAX_ROWS) throw new BulkTooLarge(field, MAX_ROWS);
    return found;
  }
}

/** Whom the verb is not given to, and where no case of this state has it, state by state. */
function refusals(actor: StaffActor, verb: BulkVerb, rows: readonly AfterSalesCase[]): BulkRefusalView[] {
  const permission = permissionFor(lifecycleVerb(verb));
  const groups = new Map<string, BulkRefusalView>();
  for (const row of rows) {
    const given = permission !== null && may(actor, permission, targetOf('case', row));
    const reason = given ? 'state' : 'role';
    const key = `${reason} ${row.state}`;
    const group = groups.get(key) ?? { reason, state: row.state, rows: [] };
    group.rows.push(rowView(row));
    groups.set(key, group);
  }
  return [...groups.values()];
}
