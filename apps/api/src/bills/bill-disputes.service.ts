import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound, StaleVersion, type DomainError } from '../common/errors.js';
import { Database, updateVersioned } from '../database/database.js';
import { rowsWhere } from '../database/rows.js';
import { authorizeBill, factsOf, findBill } from './bill-access.js';
import { BillLine, type Bill } from './bill.entity.js';
import { BillLineDecided } from './bill.errors.js';

/** Lines contested by one request. */
const AT_ONCE = 100;

/** A line as it was shown. */
export interface SeenLine {
  readonly id: string;
  readonly version: number;
}

export interface DisputeResult {
  readonly id: string;
  /** Why the line stays as it is; null: it is disputed. */
  readonly code: string | null;
}

interface Ground {
  readonly actor: StaffActor;
  readonly bill: Bill;
  readonly reason: string;
}

/** M4: whoever billed is asked to correct lines; nothing is posted. */
@Injectable()
export class BillDisputes {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @throws NotFound, Forbidden, BadInput, StaleVersion, BillLineDecided */
  dispute(actor: StaffActor, seen: SeenLine, reason: string): Promise<BillLine> {
    authorizeBill(actor, 'bill.dispute', seen.id);
    const why = checkedReason(reason);
    return this.database.inTransaction(async (tx) => {
      const [line] = await rowsWhere(tx, BillLine, { id: seen.id }, { held: true });
      const refusal = refusalOf(line, seen);
      if (refusal || !line) throw refusal ?? new NotFound('bill line', seen.id);
      return this.take(tx, { actor, bill: await findBill(tx, line.billId), reason: why }, line);
    });
  }

  /**
   * Up to a hundred lines of a bill for one reason, in one transaction; each says whether it was disputed, and one that was not keeps no
   * other from it.
   * @throws NotFound, Forbidden, BadInput
   */
  disputeMany(actor: StaffActor, billId: string, seen: readonly SeenLine[], reason: string): Promise<DisputeResult[]> {
    authorizeBill(actor, 'bill.dispute', billId);
    const why = checkedReason(reason);
    const ids = seen.map(({ id }) => id);
    if (ids.length === 0 || ids.length > AT_ONCE || new Set(ids).size !== ids.length)
      throw new BadInput('lines', 'The lines to dispute, each once.', { min: 1, max: AT_ONCE });
    return this.database.inTransaction(async (tx) => {
      const ground = { actor, bill: await findBill(tx, billId), reason: why };
      const rows = await rowsWhere(tx, BillLine, { id: ids, billId }, { by: 'seq', held: true });
      const byId = new Map(rows.map((row) => [row.id, row]));
      const results: DisputeResult[] = [];
      for (const each of seen) {
        const line = byId.get(each.id);
        const refusal = refusalOf(line, each);
        if (line && !refusal) await this.take(tx, ground, line);
        results.push({ id: each.id, code: refusal?.code ?? null });
      }
      return results;
    });
  }

  private async take(tx: EntityManager, { actor, bill, reason }: Ground, line: BillLine): Promise<BillLine> {
    const by = { decidedAt: this.clock.now(), decidedByName: actor.name.slice(0, 100) };
    const patch = { status: 'disputed' as const, reason, ...by };
    const version = await updateVersioned(tx, BillLine, line, patch, 'bill line');
    const subject = { type: 'bill', id: bill.id } as const;
    const data = { ...factsOf(bill), billNumber: line.number, reason };
    await this.audit.record(tx, { actor, action: 'bill.dispute', subject, nodeId: null, data });
    return { ...line, ...patch, version };
  }
}

/** @throws BadInput */
function checkedReason(reason: string): string {
  const why = reason.trim();
  if (why === '' || why.length > 300) throw new BadInput('reason', 'What whoever billed is told.', { min: 1, max: 300 });
  return why;
}

/** Why a line cannot be disputed as it was seen. */
function refusalOf(line: BillLine | undefined, { id, version }: SeenLine): DomainError | null {
  if (!line) return new NotFound('bill line', id);
  if (line.version !== version) return new StaleVersion('bill line', { seen: version, now: line.version });
  return line.status === 'open' ? null : new BillLineDecided(line.status, ['open']);
}
