import { Readable } from 'node:stream';
import { beginningOf } from '@headwater/after-sales';
import { monthAfter, type BillOutcome } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { BillDecisions } from '../bills/bill-decisions.service.js';
import { BillDisputes } from '../bills/bill-disputes.service.js';
import { BillImport } from '../bills/bill-import.service.js';
import { profileFor } from '../bills/bill-profiles.js';
import { Bill, BillLine } from '../bills/bill.entity.js';
import { billSize, inTemporaryFile } from '../bills/temporary-file.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { LedgerClaim } from '../money/claims/claim.entity.js';
import { ClaimSettlement } from '../money/claims/claim-settlement.service.js';
import { DAY, dayName } from './calendar.js';
import type { Random } from './random.js';

interface SentParcel {
  readonly carrier: string;
  readonly tracking: string;
  /** Fen. */
  readonly freight: number;
  readonly shippedAt: number;
}

/** As the engines give it: numbers, or their digits. */
type Sent = Record<'carrier' | 'tracking', string> & Record<'freight' | 'shippedAt', number | string>;

interface BilledParcel {
  readonly tracking: string;
  readonly amount: number;
  readonly shippedAt: number;
}

const TOLERANCE = 50;
/** As many carriers have sent their bill. */
const BILLERS = 3;
/** Claims stand this long before the insurer answers. */
const ANSWERED_AFTER = 12 * DAY;

/** What finance does with bills and claims in the history. */
@Injectable()
export class MoneyDesk {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BillImport) private readonly imports: BillImport,
    @Inject(BillDecisions) private readonly decisions: BillDecisions,
    @Inject(BillDisputes) private readonly disputes: BillDisputes,
    @Inject(ClaimSettlement) private readonly claims: ClaimSettlement,
  ) {}

  /** The bills of the largest carriers for a month. What they write differs from what was agreed here and there. */
  async takeIn(finance: StaffActor, random: Random, month: string): Promise<void> {
    const sent = await this.sent(month);
    const parcelsOf = (name: string) => sent.filter(({ carrier }) => carrier === name);
    const carriers = [...new Set(sent.map(({ carrier }) => carrier))].sort((a, b) => parcelsOf(b).length - parcelsOf(a).length);
    for (const carrier of carriers.slice(0, BILLERS)) {
      const parcels = parcelsOf(carrier);
      const lines = billed(random.of('bill', month, carrier), parcels);
      await this.takeInOne(finance, { carrier, month, lines });
    }
  }

  /** Small differences are accepted, the rest is contested; what is not billed yet may come with the next bill. */
  async decide(finance: StaffActor, month: string): Promise<void> {
    const bills = await this.database.read.findBy(Bill, { period: month });
    for (const { id } of bills) await this.decideOne(finance, id);
  }

  private async decideOne(finance: StaffActor, billId: string): Promise<void> {
    const open = await this.database.read.find(BillLine, { where: { billId, status: 'open' }, order: { seq: 'ASC' } });
    for (const { id, version, outcome, difference } of open) {
      if (outcome === 'notBilled') continue;
      if (outcome === 'amountDiffers' && difference <= 400) {
        const { digest } = await this.decisions.preview(finance, id);
        await this.decisions.accept(finance, { id, version }, digest);
      } else await this.disputes.dispute(finance, { id, version }, wrong[outcome]);
    }
  }

  /** The insurer has answered the claims that stand long enough: most are paid, some are refused. */
  async settleClaims(finance: StaffActor, random: Random): Promise<void> {
    const now = this.clock.now();
    const open = await this.database.read.find(LedgerClaim, {
      where: { status: 'open', party: 'insurer' },
      order: { openedAt: 'ASC', id: 'ASC' },
    });
    for (const { id, version, openedAt, amount, recovered, writtenOff } of open) {
      const left = amount - recovered - writtenOff;
      if (openedAt > now - ANSWERED_AFTER || left <= 0) continue;
      const own = random.of('claim', openedAt, amount);
      if (own.chance(0.12)) await this.claims.refuse(finance, { id, version }, '保险公司：超过报案时限');
      else await this.claims.recover(finance, { id, version }, left, `BX${dayName(now).replaceAll('-', '')}${own.digits(4)}`);
    }
  }

  /** Parcels that went out in the month at our cost. */
  private async sent(month: string): Promise<SentParcel[]> {
    const [from, to] = [month, monthAfter(month)].map((each) => beginningOf(`${each}-01`, 'Asia/Shanghai'));
    const rows = await this.database.read.query<Sent[]>(
      `SELECT s.carrier, s.tracking, s.freight_paid AS freight, s.shipped_at AS "shippedAt" FROM shipment s
       WHERE s.shipped_at >= ? AND s.shipped_at < ? AND (s.direction = 'out' OR s.prepaid = 1) AND s.freight_paid IS NOT NULL
       ORDER BY s.carrier, s.shipped_at, s.tracking`,
      [from, to],
    );
    return rows.map(({ freight, shippedAt, ...row }) => ({ ...row, freight: Number(freight), shippedAt: Number(shippedAt) }));
  }

  private async takeInOne(
    finance: StaffActor,
    { carrier, month, lines }: { carrier: string; month: string; lines: readonly BilledParcel[] },
  ): Promise<void> {
    const rows = lines.map(({ tracking, amount, shippedAt }) => [tracking, yuan(amount), 'CNY', dayName(shippedAt)].join(','));
    const text = `${['运单号,金额,币种,日期', ...rows].join('\n')}\n`;
    const fileName = `${carrier}-${month}.csv`;
    const file = { body: Readable.from([Buffer.from(text)]), name: fileName, limit: billSize };
    await inTemporaryFile(file, async (path) => {
      const task = {
        path,
        fileName,
        profile: profileFor('bill', 'carrier-bill'),
        biller: carrier,
        period: month,
        currency: 'CNY',
      };
      await this.imports.run(finance, { ...task, tolerance: TOLERANCE });
    });
  }
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

const wrong: Readonly<Record<BillOutcome, string>> = {
  matched: '请核对重量',
  amountDiffers: '与协议价不符，请按合同核对重量',
  unknown: '系统里没有这个运单',
  billedTwice: '同一运单收了两次',
  notBilled: '请补账单',
};

/** A carrier's lines of a month: a parcel is forgotten, dearer, or billed twice now and then, and one is not ours. */
function billed(random: Random, parcels: readonly SentParcel[]): BilledParcel[] {
  const lines = parcels.flatMap(({ tracking, freight, shippedAt }): BilledParcel[] => {
    const own = random.of(tracking);
    const line = { tracking, shippedAt, amount: freight };
    return own.weighted<() => BilledParcel[]>([
      [() => [line], 80],
      [() => [{ ...line, amount: freight + own.int(1, 9) * 100 }], 10],
      [() => [], 6],
      [() => [line, line], 4],
    ])();
  });
  const [first] = parcels;
  return first ? [...lines, { tracking: `ZX${random.digits(12)}`, amount: 1_200, shippedAt: first.shippedAt }] : lines;
}
