import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { matchBill, type BillMatch } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor, SystemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { isDuplicate } from '../database/retry.js';
import { ProfileInvalid } from '../imports/imports.errors.js';
import { checkMonth } from '../money/months.js';
import type { Profile } from '../imports/mapping/profile.js';
import type { Progress } from '../imports/progress.js';
import { insertRows } from '../orders/insert-rows.js';
import { TreeService } from '../tree/tree.service.js';
import { BillBooks, inChunks } from './bill-books.service.js';
import { Bill, BillLine, BillProblem } from './bill.entity.js';
import { BillKnown } from './bill.errors.js';
import { readBill, type ReadBill, type ReadLine } from './read-bill.js';

export interface BillTask {
  readonly path: string;
  /** What the file is called, for people. */
  readonly fileName: string;
  readonly profile: Profile;
  readonly carrier: string;
  /** `2026-03`. */
  readonly period: string;
  readonly currency: string;
  /** How far a line may be from what is owed and still match, in fen. */
  readonly tolerance: number;
  readonly progress?: Progress;
}

const MAX_TOLERANCE = 100_000;

/** A carrier, a month, a currency and a tolerance that can be. @throws BadInput, UnknownMonth */
function checked(task: BillTask): BillTask {
  const { carrier, period, currency, tolerance } = task;
  const name = carrier.trim();
  if (name === '' || name.length > 64) throw new BadInput('carrier', 'The carrier as parcels name it.', { min: 1, max: 64 });
  checkMonth(period, 'period');
  if (!/^[A-Z]{3}$/u.test(currency)) throw new BadInput('currency', 'A currency by its three letters.', 'CNY');
  if (!Number.isSafeInteger(tolerance) || tolerance < 0 || tolerance > MAX_TOLERANCE)
    throw new BadInput('tolerance', 'What a line may differ by and still match, in fen.', { min: 0, max: MAX_TOLERANCE });
  return { ...task, carrier: name };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const sumOf = (lines: readonly ReadLine[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

function lineRow(bill: Bill, seq: number, match: BillMatch, read: ReadLine | undefined): BillLine {
  const { number: tracking, outcome, shipmentId, billed, expected, difference } = match;
  const undecided = { reason: null, decidedAt: null, decidedByName: null, version: 1 };
  return {
    ...{ id: newId(bill.importedAt), billId: bill.id, seq, line: read?.line ?? null, carrier: bill.carrier, tracking },
    ...{ billedOn: read?.billedOn ?? null, outcome, shipmentId, billed, expected, difference, ...undecided },
    status: difference === 0 ? 'agreed' : 'open',
  };
}

const problemRows = (billId: string, { problems }: ReadBill): BillProblem[] =>
  problems.map(({ line, column, value, code, allowed }) => ({
    ...{ id: newId(), billId, line, code, cell: column.slice(0, 200) },
    ...{ value: value.slice(0, 200), allowed: allowed.slice(0, 300) },
  }));

/** M4: takes a carrier's bill in: the good lines matched three ways, the bad ones listed, all in one transaction. */
@Injectable()
export class BillImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(BillBooks) private readonly books: BillBooks,
  ) {}

  /** @throws BadInput, UnknownMonth, ProfileInvalid, FileInvalid, BillKnown */
  async run(actor: StaffActor | SystemActor, given: BillTask): Promise<{ bill: Bill; read: ReadBill }> {
    const task = checked(given);
    const { profile, path, currency, progress } = task;
    const { bill: mapping } = profile;
    if (!mapping) throw new ProfileInvalid(profile.profile, 'it has no section `bill`');
    await this.tree.current();
    const digest = await digestOf(path);
    await this.refuseKnown(task, digest);
    const read = await readBill({ path, profile, mapping, currency, ...(progress && { progress }) });
    const bill = this.bill(actor, task, read, digest);
    const matches = await this.match(bill, read);
    await this.database
      .inTransaction((tx) => this.write(tx, actor, bill, read, matches))
      .catch(async (error: unknown) => {
        if (isDuplicate(error)) await this.refuseKnown(task, digest);
        throw error;
      });
    return { bill, read };
  }

  /** @throws BillKnown */
  private async refuseKnown({ carrier, period }: BillTask, digest: string): Promise<void> {
    const known = await this.database.read.findOneBy(Bill, { carrier, period, digest });
    if (known) throw new BillKnown(known.id);
  }

  private bill(actor: StaffActor | SystemActor, task: BillTask, { lines, refused }: ReadBill, digest: string): Bill {
    const { carrier, period, currency, tolerance, fileName } = task;
    const now = this.clock.now();
    const facts = { carrier, period, currency, tolerance, fileName: fileName.slice(0, 200), digest };
    const sums = { amount: sumOf(lines), lineCount: lines.length, refusedCount: refused };
    return {
      id: newId(now),
      ...facts,
      ...sums,
      importedAt: now,
      importedByName: actor.kind === 'staff' ? actor.name.slice(0, 100) : null,
    };
  }

  private async match(bill: Bill, { lines }: ReadBill): Promise<BillMatch[]> {
    const manager = this.database.read;
    const numbers = [...new Set(lines.map(({ tracking }) => tracking))];
    const onBill = new Set(numbers);
    const known = await this.books.parcels(manager, bill, numbers);
    const due = (await this.books.due(manager, bill, bill.period)).filter(({ number }) => !onBill.has(number));
    const billedBefore = await this.books.billedBefore(manager, bill.carrier, numbers);
    const parcels = [...known.map((parcel) => ({ ...parcel, due: false })), ...due.map((parcel) => ({ ...parcel, due: true }))];
    const asked = lines.map(({ tracking, amount }) => ({ number: tracking, amount }));
    return matchBill(asked, { parcels, billedBefore, tolerance: bill.tolerance });
  }

  private async write(
    tx: EntityManager,
    actor: StaffActor | SystemActor,
    bill: Bill,
    read: ReadBill,
    matches: readonly BillMatch[],
  ): Promise<void> {
    await insertRows(tx, Bill, [bill]);
    const rows = matches.map((match, seq) => lineRow(bill, seq, match, read.lines[match.line ?? -1]));
    await insertRows(tx, BillLine, rows);
    await insertRows(tx, BillProblem, problemRows(bill.id, read));
    await this.settleAwaited(tx, bill, read);
    const { carrier, period, fileName, lineCount, refusedCount, amount } = bill;
    const data = { carrier, period, file: fileName, lines: lineCount, refused: refusedCount, amount };
    await this.audit.record(tx, { actor, action: 'bill.import', subject: { type: 'bill', id: bill.id }, nodeId: null, data });
  }

  /** What was missed on an earlier bill has come with this one. */
  private async settleAwaited(tx: EntityManager, { id, carrier }: Bill, { lines }: ReadBill): Promise<void> {
    for (const some of inChunks([...new Set(lines.map(({ tracking }) => tracking))]))
      await tx.query(
        `UPDATE bill_line SET status = 'agreed', version = version + 1 WHERE carrier = ? AND tracking IN (${some.map(() => '?').join(', ')})
         AND outcome = 'notBilled' AND status IN ('open', 'disputed') AND bill_id <> ?`,
        [carrier, ...some, id],
      );
  }
}
