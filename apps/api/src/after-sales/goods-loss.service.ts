import { goodsLostBy, settlesGoods, type GoodsLostBy, type Liability } from '@headwater/after-sales';
import {
  carrierClaimed,
  goodsLost,
  reverse,
  split,
  type Bearer,
  type ClaimShare,
  type Entry,
  type LostGoods,
} from '@headwater/ledger';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { currentRead } from '../database/current-read.js';
import { LedgerService } from '../money/ledger.service.js';
import { SalesOrder } from '../orders/order.entity.js';
import { TreeService } from '../tree/tree.service.js';
import { overLines } from './case-application.js';
import { CaseLines, type LineOfCase } from './case-lines.service.js';
import { CaseParcels } from './case-parcels.service.js';
import { caseRef, postingOf } from './case-ref.js';
import { CaseRules } from './case-rules.service.js';
import { Shipment, type AfterSalesCase } from './case.entity.js';
import { live, liveOfGoods } from './live-entries.js';
import type { Step } from './step.js';

/** When and by which rules something of a case is posted. */
type Posting = Pick<Step, 'ground' | 'now'>;

const directionOf = { returnLost: 'return', outboundLost: 'out', kept: null } as const satisfies Record<
  GoodsLostBy,
  Shipment['direction'] | null
>;

/**
 * M1: goods that do not come back in the books: posted with the step that gives them up, taken back where they turn up. What a carrier
 * lost is claimed of it with the same step.
 */
@Injectable()
export class GoodsLosses {
  constructor(
    @Inject(LedgerService) private readonly ledger: LedgerService,
    @Inject(CaseLines) private readonly lines: CaseLines,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseParcels) private readonly parcels: CaseParcels,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** What a step makes of the goods; where it only finds somebody else liable, that one bears what is posted. */
  async settle(tx: EntityManager, step: Step, saved: AfterSalesCase): Promise<void> {
    const { before, after } = step;
    if (settlesGoods(before, after)) await this.put(tx, step, saved, goodsLostBy(after, await this.receipt(tx, saved)));
    else if (after.liability?.party !== before.liability?.party) await this.bearAnew(tx, step, saved);
  }

  /** Who is liable has changed: what stands is taken back and posted anew, by what is known of the goods now. */
  async bearAnew(tx: EntityManager, posting: Posting, row: AfterSalesCase): Promise<void> {
    const entries = await this.ledger.entriesOfCase(tx, row.id);
    const standing = liveOfGoods(entries).find(({ cause }) => cause === 'goodsLost');
    if (standing === undefined) return;
    const shipment = standing.shipmentId === null ? null : await tx.findOneBy(Shipment, { id: standing.shipmentId });
    await this.replace(tx, posting, row, entries, await this.anew(tx, posting, row, entries, shipment));
  }

  /** A parcel that was given up has come after all: goods that are back are lost no more, others are the buyer's now, and no carrier's. */
  async turnedUp(tx: EntityManager, row: AfterSalesCase, { id, direction }: Shipment, now: number): Promise<void> {
    const entries = await this.ledger.entriesOfCase(tx, row.id);
    if (!liveOfGoods(entries).some(({ shipmentId }) => shipmentId === id)) return;
    const posting = { ground: await this.rules.ground(row, now), now };
    const kept = direction === 'return' ? [] : await this.anew(tx, posting, row, entries, null);
    await this.replace(tx, posting, row, entries, kept);
  }

  private async put(tx: EntityManager, posting: Posting, row: AfterSalesCase, by: GoodsLostBy | null): Promise<void> {
    const entries = await this.ledger.entriesOfCase(tx, row.id);
    const direction = by && directionOf[by];
    const shipment = direction && (await this.latest(tx, row, direction));
    const isBack = by === 'returnLost' && shipment?.deliveredAt != null;
    const anew = by === null || isBack ? [] : await this.anew(tx, posting, row, entries, shipment);
    await this.replace(tx, posting, row, entries, anew);
  }

  /** What stands goes, and the new ones come in its place; the same again stays as it is, with what became of it. */
  private async replace(
    tx: EntityManager,
    { ground, now }: Posting,
    row: AfterSalesCase,
    entries: readonly Entry[],
    anew: readonly Entry[],
  ): Promise<void> {
    const standing = liveOfGoods(entries);
    if (
      isSame(
        standing.filter(({ cause }) => cause !== 'claimRefused'),
        anew,
      )
    )
      return;
    const context = postingOf({ ground, now }, row.rulesPromise);
    await this.ledger.post(tx, [...standing.map((each) => reverse(each, context)), ...anew], now);
  }

  /** The loss, and the claim on the carrier that is liable for it. */
  private async anew(
    tx: EntityManager,
    posting: Posting,
    row: AfterSalesCase,
    entries: readonly Entry[],
    shipment: Shipment | null,
  ): Promise<Entry[]> {
    const event = {
      ...caseRef(row),
      lines: await this.goodsOf(tx, row),
      shareBps: posting.ground.rules.goodsLossShare,
      ...(await this.borneBy(row)),
      shipmentId: shipment?.id ?? null,
      carrier: shipment?.carrier ?? null,
      posting: entries.filter(({ cause }) => cause === 'goodsLost').length,
    };
    const context = postingOf(posting, row.rulesPromise);
    const loss = goodsLost(event, context);
    if (shipment === null || shipment.carrier === '' || row.facts.liability?.party !== 'carrier') return loss ? [loss] : [];
    const shares = [...sharesOf(loss ? [loss] : [], row.id), ...(await this.freightOf(tx, row, shipment))];
    const claim = `goods:${row.id}${event.posting === 0 ? '' : `:${String(event.posting)}`}`;
    const claimed = carrierClaimed(
      { ...caseRef(row), shipmentId: shipment.id, carrier: shipment.carrier, shares, claim },
      context,
    );
    return [loss, claimed].filter((entry) => entry !== null);
  }

  /** The case's part of a freight that we pay the carrier ourselves: by our label, or of what we sent. */
  private async freightOf(tx: EntityManager, row: AfterSalesCase, shipment: Shipment): Promise<ClaimShare[]> {
    if (!shipment.prepaid && shipment.direction !== 'out') return [];
    const entries = live(await this.ledger.entriesOfShipment(tx, shipment.id));
    return sharesOf(
      entries.filter(({ cause }) => cause === 'returnShipped' || cause === 'replacementShipped'),
      row.id,
    );
  }

  /** What is given back for each line, or was asked for what is sent again; outbound freight is no goods. */
  private async goodsOf(tx: EntityManager, { id, approvedAmount, requestedAmount }: AfterSalesCase): Promise<LostGoods[]> {
    const lines = await this.lines.held(tx, id);
    const amounts = overLines(
      approvedAmount ?? requestedAmount,
      lines.map(({ caseLine }) => caseLine),
    );
    return lines.map((line, index) => ({
      price: Math.min(amounts[index] ?? 0, paidFor(line)),
      quantity: line.caseLine.quantity,
      unitCost: line.orderLine.unitCost,
    }));
  }

  /** The branch, the supplier or HQ where one of them is liable; whoever the promise names for what nobody else bears, otherwise. */
  private async borneBy(row: AfterSalesCase): Promise<{ bearer: Bearer; bearerNodeId: string | null }> {
    const bearer = bearerOf(row.facts.liability) ?? (await this.rules.subsidyPromise(row))?.values.bearers.fallback ?? 'HQ';
    const nodes: Partial<Record<Bearer, string>> = { HQ: this.tree.snapshot.root.id, branch: row.nodeId };
    return { bearer, bearerNodeId: nodes[bearer] ?? null };
  }

  private async latest(tx: EntityManager, row: AfterSalesCase, direction: Shipment['direction']): Promise<Shipment | null> {
    const id = (await this.parcels.shipments(tx, row.id, direction)).at(-1);
    return id === undefined ? null : tx.findOneOrFail(Shipment, { where: { id }, ...currentRead(tx) });
  }

  private async receipt(tx: EntityManager, { orderId }: AfterSalesCase) {
    const select = { id: true, shippedAt: true, deliveredAt: true, completedAt: true } as const;
    const { shippedAt, deliveredAt, completedAt } = await tx.findOneOrFail(SalesOrder, { where: { id: orderId }, select });
    return { shippedAt, receivedAt: deliveredAt ?? completedAt };
  }
}

/** The units of a case's line at what was paid for them. */
const paidFor = ({ caseLine, orderLine }: LineOfCase): number =>
  split(orderLine.paidAmount, [caseLine.quantity, Math.max(0, orderLine.quantity - caseLine.quantity)])[0] ?? 0;

/** Null where nobody is, or one of whom the loss is claimed instead. */
function bearerOf(liability: Liability | null): Bearer | null {
  switch (liability?.party) {
    case 'branch':
    case 'supplier':
      return liability.party;
    case 'hq':
      return 'HQ';
    default:
      return null;
  }
}

/** What a case costs by the entries, line by line. */
const sharesOf = (entries: readonly Entry[], caseId: string): ClaimShare[] =>
  entries.flatMap(({ lines }) =>
    lines.flatMap(({ account, amount, bearer, bearerNodeId, caseId: of }) =>
      account === 'expense' && of === caseId && bearer !== null ? [{ amount, bearer, bearerNodeId }] : [],
    ),
  );

const textOf = (entries: readonly Entry[]): string => JSON.stringify(entries.map(({ shipmentId, lines }) => [shipmentId, lines]));

const isSame = (some: readonly Entry[], others: readonly Entry[]): boolean => textOf(some) === textOf(others);
