import {
  buyerReimbursed,
  claimOpened,
  compensated,
  compensationPaid,
  deduction,
  goodsLost,
  orderCovered,
  refundDecided,
  refundPaid,
  returnAbandoned,
  returnShipped,
  reverse,
  splitFreight,
  type CaseRef,
  type Bearer,
  type Entry,
  type PostingContext,
  type ShipmentCase,
} from '@headwater/ledger';
import type { Random } from '../../after-sales/testing/soak/random.js';

const reasons = [
  ['expectation', 'changedMind'],
  ['quality', 'manufacturingDefect'],
  ['wrongItem', 'missingItem'],
] as const;
const carriers = ['顺丰', '中通', '圆通'] as const;
const CNY = 9;

/** Stories of parcels, refunds and compensations, drawn by a seed: each is all the entries it ever posts. */
export class DrawnEntries {
  private serial = 0;

  constructor(
    private readonly random: Random,
    private readonly stores: readonly string[],
    private readonly root: string,
  ) {}

  story(context: PostingContext): Entry[] {
    const tell = this.random.one([this.parcel, this.parcel, this.refund, this.goods, this.compensation, this.premium]);
    return tell.call(this, context);
  }

  /** Takes back an entry, or a case's part of it. */
  takenBack(entry: Entry, context: PostingContext): Entry {
    const { caseId } = this.random.one(entry.lines);
    const part =
      entry.cause === 'returnShipped' && caseId !== null && this.random.happens(0.5)
        ? returnAbandoned(entry, caseId, context)
        : null;
    return part ?? reverse(entry, context);
  }

  private parcel(context: PostingContext): Entry[] {
    const store = this.random.one(this.stores);
    const currency = this.currency();
    const refs = Array.from({ length: this.random.whole(1, 3) }, () => this.caseAt(store, currency));
    const shares = refs.map((ref) => ({
      caseId: ref.caseId,
      value: this.random.whole(0, 30_000),
      limit: this.random.happens(0.7) ? this.random.whole(0, 2_000) : null,
      payer: this.random.one(['buyer', 'merchant', 'shared'] as const),
      merchantBps: this.random.whole(0, 10_000),
    }));
    const parts = splitFreight(this.random.whole(0, 4_000), shares);
    const cases = refs.map((ref, index): ShipmentCase => {
      const bps = this.random.whole(0, 10_000);
      const insured = this.random.happens(0.3);
      const bearers = [
        { bearer: 'HQ' as const, nodeId: this.root, bps },
        { bearer: 'branch' as const, nodeId: store, bps: 10_000 - bps },
      ];
      return { ...ref, parts: parts[index] ?? { subsidy: 0, fault: 0, overCap: 0, buyer: 0 }, bearers, insured };
    });
    const event = { shipmentId: this.id('S'), carrier: this.random.one(carriers), cases };
    return [returnShipped(event, context), buyerReimbursed(event, context), claimOpened(event, context)].filter(
      (entry) => entry !== null,
    );
  }

  private refund(context: PostingContext): Entry[] {
    const ref = this.caseAt(this.random.one(this.stores), this.currency());
    const amount = this.random.whole(2, 90_000);
    const less = this.random.happens(0.3) ? this.random.whole(1, amount - 1) : 0;
    return [
      refundDecided({ ...ref, amount }, context),
      ...(less > 0 ? [deduction({ ...ref, amount: less }, context)] : []),
      refundPaid({ ...ref, amount: amount - less, freight: null }, context),
    ];
  }

  /** Goods that do not come back: their costs known or assumed, whoever bears them. */
  private goods(context: PostingContext): Entry[] {
    const store = this.random.one(this.stores);
    const ref = this.caseAt(store, this.currency());
    const lines = Array.from({ length: this.random.whole(1, 3) }, () => ({
      price: this.random.whole(1, 90_000),
      quantity: this.random.whole(1, 4),
      unitCost: this.random.happens(0.5) ? this.random.whole(0, 40_000) : null,
    }));
    const nodes = { HQ: this.root, branch: store, supplier: null, partner: null } satisfies Record<Bearer, string | null>;
    const bearer = this.random.one(['HQ', 'branch', 'supplier', 'partner'] as const);
    const borne = { bearer, bearerNodeId: nodes[bearer], shareBps: this.random.whole(1, 10_000) };
    const lost = { ...ref, ...borne, lines, shipmentId: null, carrier: this.random.one(carriers), posting: 0 };
    return [goodsLost(lost, context)].filter((entry) => entry !== null);
  }

  private compensation(context: PostingContext): Entry[] {
    const ref = this.caseAt(this.random.one(this.stores), this.currency());
    const event = { ...ref, amount: this.random.whole(1, 3_000), grant: this.id('G') };
    return [compensated(event, context), compensationPaid(event, context)];
  }

  private premium(context: PostingContext): Entry[] {
    const originNodeId = this.random.one(this.stores);
    const bearers = [{ bearer: 'HQ' as const, nodeId: this.root, bps: 10_000 }];
    const order = { orderId: this.id('O'), originNodeId, currency: this.currency(), bearers };
    return [orderCovered({ ...order, amount: this.random.whole(1, 1_000) }, context)];
  }

  private caseAt(originNodeId: string, currency: string): CaseRef {
    const [reasonClass, reason] = this.random.one(reasons);
    return { caseId: this.id('C'), orderId: this.id('O'), originNodeId, reasonClass, reason, currency };
  }

  private currency(): string {
    return this.random.whole(0, CNY) < CNY ? 'CNY' : 'BRL';
  }

  private id(kind: string): string {
    return kind + String((this.serial += 1)).padStart(25, '0');
  }
}
