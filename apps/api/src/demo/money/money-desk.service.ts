import { Readable } from 'node:stream';
import { beginningOf } from '@headwater/after-sales';
import { monthAfter, type BillKind, type BillOutcome } from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../../auth/actor.js';
import { BillDecisions } from '../../bills/bill-decisions.service.js';
import { BillDisputes } from '../../bills/bill-disputes.service.js';
import { BillImport } from '../../bills/bill-import.service.js';
import { profileFor } from '../../bills/bill-profiles.js';
import { Bill, BillLine } from '../../bills/bill.entity.js';
import { PriceCard } from '../../bills/cards/price-card.entity.js';
import { PriceCardImport } from '../../bills/cards/price-card-import.service.js';
import { billSize, inTemporaryFile } from '../../bills/temporary-file.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import { LedgerClaim } from '../../money/claims/claim.entity.js';
import { ClaimSettlement } from '../../money/claims/claim-settlement.service.js';
import { DAY, dayName } from '../calendar.js';
import type { Random } from '../random.js';
import { carrierBill, INSURER, type InsuredOrder, insurerBill, priceCards, type SentParcel } from './bill-files.js';

/** As the engines give it: numbers, or their digits. */
type Row<Of> = { readonly [Key in keyof Of]: Of[Key] extends number ? number | string : Of[Key] };

const CURRENCY = 'CNY';
/** Fen, by a parcel's freight and an order's premium. */
const TOLERANCE = { carrier: 50, insurer: 0 };
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
    @Inject(PriceCardImport) private readonly cards: PriceCardImport,
    @Inject(BillDecisions) private readonly decisions: BillDecisions,
    @Inject(BillDisputes) private readonly disputes: BillDisputes,
    @Inject(ClaimSettlement) private readonly claims: ClaimSettlement,
  ) {}

  /** The bills of the largest carriers and of the insurer for a month. What they write differs from what was agreed here and there. */
  async takeIn(finance: StaffActor, random: Random, month: string): Promise<void> {
    const sent = await this.sent(month);
    const parcelsOf = (name: string) => sent.filter(({ carrier }) => carrier === name);
    const carriers = [...new Set(sent.map(({ carrier }) => carrier))].sort((a, b) => parcelsOf(b).length - parcelsOf(a).length);
    for (const carrier of carriers.slice(0, BILLERS)) {
      await this.takeInCard(finance, carrier, `${month}-01`);
      const text = carrierBill(random.of('bill', month, carrier), parcelsOf(carrier));
      await this.takeInBill(finance, { kind: 'carrier', biller: carrier, month, text });
    }
    const insured = await this.insured(month);
    if (insured.length === 0) return;
    const text = insurerBill(random.of('bill', month, INSURER), insured);
    await this.takeInBill(finance, { kind: 'insurer', biller: INSURER, month, text });
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
    const rows = await this.database.read.query<Row<SentParcel>[]>(
      `SELECT s.carrier, s.tracking, s.freight_paid AS freight, s.shipped_at AS "shippedAt" FROM shipment s
       WHERE s.shipped_at >= ? AND s.shipped_at < ? AND (s.direction = 'out' OR s.prepaid = 1) AND s.freight_paid IS NOT NULL
       ORDER BY s.carrier, s.shipped_at, s.tracking`,
      [from, to],
    );
    return rows.map(({ freight, shippedAt, ...row }) => ({ ...row, freight: Number(freight), shippedAt: Number(shippedAt) }));
  }

  /** Orders whose premium belongs to the month. */
  private async insured(month: string): Promise<InsuredOrder[]> {
    const rows = await this.database.read.query<Row<InsuredOrder>[]>(
      `SELECT o.external_no AS number, e.posted_at AS "coveredAt", -l.amount AS premium FROM ledger_entry e
       JOIN ledger_line l ON l.entry_id = e.id JOIN sales_order o ON o.id = e.order_id
       WHERE e.period = ? AND e.cause = 'orderCovered' AND l.account = 'insurerPayable' ORDER BY o.external_no`,
      [month],
    );
    return rows.map(({ coveredAt, premium, ...row }) => ({ ...row, coveredAt: Number(coveredAt), premium: Number(premium) }));
  }

  /** The carrier's first bill comes with the card that it bills by, if it has one. */
  private async takeInCard(finance: StaffActor, carrier: string, validFrom: string): Promise<void> {
    const text = priceCards.get(carrier);
    if (text === undefined || (await this.database.read.existsBy(PriceCard, { carrier }))) return;
    const fileName = `${carrier}-价目卡.csv`;
    const profile = profileFor('priceCard', 'price-card');
    const run = (path: string) => this.cards.run(finance, { path, fileName, profile, carrier, validFrom, currency: CURRENCY });
    await inTemporaryFile({ body: bodyOf(text), name: fileName, limit: billSize }, run);
  }

  private async takeInBill(finance: StaffActor, { kind, biller, month, text }: Billing): Promise<void> {
    const fileName = `${biller}-${month}.csv`;
    const about = { fileName, profile: profileFor('bill', `${kind}-bill`), biller, period: month, currency: CURRENCY };
    const run = (path: string) => this.imports.run(finance, { ...about, path, tolerance: TOLERANCE[kind] });
    await inTemporaryFile({ body: bodyOf(text), name: fileName, limit: billSize }, run);
  }
}

interface Billing {
  readonly kind: BillKind;
  readonly biller: string;
  readonly month: string;
  readonly text: string;
}

const bodyOf = (text: string): Readable => Readable.from([Buffer.from(text)]);

const wrong: Readonly<Record<BillOutcome, string>> = {
  matched: '请核对金额',
  amountDiffers: '与协议价不符，请按合同核对',
  unknown: '系统里没有这个号码',
  billedTwice: '同一号码收了两次',
  notBilled: '请补账单',
};
