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
import { factsOf } from './bill-access.js';
import { BillBooks } from './bill-books.service.js';
import { Bill, BillLine, BillProblem } from './bill.entity.js';
import { BillKnown } from './bill.errors.js';
import { inChunks, marks } from './books-side.js';
import { whereSameNumbers } from './same-numbers.js';
import { readBill, type ReadBill, type ReadLine } from './read-bill.js';

export interface BillTask {
  readonly path: string;
  /** What the file is called, for people. */
  readonly fileName: string;
  readonly profile: Profile;
  /** The carrier as parcels name it, or the insurer, as the profile's kind says. */
  readonly biller: string;
  /** `2026-03`. */
  readonly period: string;
  readonly currency: string;
  /** How far a line may be from what is owed and still match, in fen. */
  readonly tolerance: number;
  readonly progress?: Progress;
}

/** By what one file is taken once. */
type Identity = Pick<Bill, 'kind' | 'biller' | 'period' | 'digest'>;

const MAX_TOLERANCE = 100_000;

/** Who bills, a month, a currency and a tolerance that can be. @throws BadInput, UnknownMonth */
function checked(task: BillTask): BillTask {
  const { biller, period, currency, tolerance } = task;
  const name = biller.trim();
  if (name === '' || name.length > 64)
    throw new BadInput('biller', 'The carrier as parcels name it, or the insurer.', { min: 1, max: 64 });
  checkMonth(period, 'period');
  if (!/^[A-Z]{3}$/u.test(currency)) throw new BadInput('currency', 'A currency by its three letters.', 'CNY');
  if (!Number.isSafeInteger(tolerance) || tolerance < 0 || tolerance > MAX_TOLERANCE)
    throw new BadInput('tolerance', 'What a line may differ by and still match, in fen.', { min: 0, max: MAX_TOLERANCE });
  return { ...task, biller: name };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

const sumOf = (lines: readonly ReadLine[]): number => lines.reduce((sum, { amount }) => sum + amount, 0);

function lineRow(bill: Bill, seq: number, match: BillMatch, read: ReadLine | undefined): BillLine {
  const { number, outcome, subjectId, billed, expected, difference } = match;
  const undecided = { reason: null, decidedAt: null, decidedByName: null, version: 1 };
  return {
    ...{
      id: newId(bill.importedAt),
      billId: bill.id,
      seq,
      line: read?.line ?? null,
      kind: bill.kind,
      biller: bill.biller,
      number,
    },
    ...{ billedOn: read?.billedOn ?? null, grams: read?.grams ?? null, zone: read?.zone ?? null },
    ...{ outcome, subjectId, billed, expected, difference, ...undecided },
    status: difference === 0 ? 'agreed' : 'open',
  };
}

const problemRows = (billId: string, { problems }: ReadBill): BillProblem[] =>
  problems.map(({ line, column, value, code, allowed }) => ({
    ...{ id: newId(), billId, line, code, cell: column.slice(0, 200) },
    ...{ value: value.slice(0, 200), allowed: allowed.slice(0, 300) },
  }));

/** M4: takes a bill in: the good lines matched three ways, the bad ones listed, all in one transaction. */
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
    const identity = { kind: mapping.kind, biller: task.biller, period: task.period, digest };
    await this.refuseKnown(identity);
    const read = await readBill({ path, profile, mapping, currency, ...(progress && { progress }) });
    const bill = this.bill(actor, task, read, identity);
    const matches = await this.match(bill, read);
    await this.database
      .inTransaction((tx) => this.write(tx, actor, bill, read, matches))
      .catch(async (error: unknown) => {
        if (isDuplicate(error)) await this.refuseKnown(identity);
        throw error;
      });
    return { bill, read };
  }

  /** @throws BillKnown */
  private async refuseKnown(identity: Identity): Promise<void> {
    const known = await this.database.read.findOneBy(Bill, { ...identity });
    if (known) throw new BillKnown(known.id);
  }

  private bill(actor: StaffActor | SystemActor, task: BillTask, { lines, refused }: ReadBill, identity: Identity): Bill {
    const { currency, tolerance, fileName } = task;
    const now = this.clock.now();
    const facts = { ...identity, currency, tolerance, fileName: fileName.slice(0, 200) };
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
    const numbers = [...new Set(lines.map(({ number }) => number))];
    const onBill = new Set(numbers);
    const found = await this.books.known(manager, bill, numbers);
    const due = (await this.books.due(manager, bill, bill.period)).filter(({ number }) => !onBill.has(number));
    const billedBefore = await this.books.billedBefore(manager, bill, numbers);
    const known = [...found.map((each) => ({ ...each, due: false })), ...due.map((each) => ({ ...each, due: true }))];
    return matchBill(lines, { known, billedBefore, tolerance: bill.tolerance });
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
    const { fileName, lineCount, refusedCount, amount } = bill;
    const data = { ...factsOf(bill), file: fileName, lines: lineCount, refused: refusedCount, amount };
    await this.audit.record(tx, { actor, action: 'bill.import', subject: { type: 'bill', id: bill.id }, nodeId: null, data });
  }

  /** What was missed on an earlier bill has come with this one. */
  private async settleAwaited(tx: EntityManager, bill: Bill, { lines }: ReadBill): Promise<void> {
    const same = whereSameNumbers(bill);
    for (const some of inChunks([...new Set(lines.map(({ number }) => number))]))
      await tx.query(
        `UPDATE bill_line SET status = 'agreed', version = version + 1 WHERE ${same.sql} AND number IN (${marks(some)})
         AND outcome = 'notBilled' AND status IN ('open', 'disputed') AND bill_id <> ?`,
        [...same.params, ...some, bill.id],
      );
  }
}
