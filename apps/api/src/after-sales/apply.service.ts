import {
  flipsOf,
  isReasonCode,
  openCase,
  reasonOf,
  standingAgainst,
  type Application,
  type CaseType,
  type Eligibility,
  type Flip,
  type OpenedCase,
} from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, may } from '../auth/authorize.js';
import { Forbidden, NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { OrderContacts, type NewContact } from '../orders/contacts.service.js';
import { shortCode } from '../orders/code.js';
import { currentRead } from '../database/current-read.js';
import { insertRows } from '../orders/insert-rows.js';
import { OrderLine, SalesOrder } from '../orders/order.entity.js';
import { countReturns } from '../orders/return-days.js';
import { orderFacts } from '../orders/order-facts.js';
import { holdOrder, orderTarget } from '../orders/order.service.js';
import { TreeService } from '../tree/tree.service.js';
import { AutoApprovals } from './auto-approvals.service.js';
import { BuyerRisks } from './buyer-risks.service.js';
import { judge, overLines, type Judged } from './case-application.js';
import { countMoves } from './case-counts.js';
import { CaseEvents } from './case-events.js';
import { columnsOf } from './case-facts.js';
import { openInOrder, takeLines } from './case-order.js';
import { CaseRules, type Ground } from './case-rules.service.js';
import { AfterSalesCase, CaseLine } from './case.entity.js';
import { ApplicationRefused, NothingToOverrule } from './case.errors.js';
import { Overrules } from './overrules/overrules.service.js';
import { CasePhotos } from './photos/case-photos.service.js';
import { doerOf, type Doer } from './doer.js';
import { unmarked } from './reminded.js';
import { SubsidyUse } from './subsidy-use.service.js';

/** An application as it comes in. */
export interface NewApplication {
  readonly orderId: string;
  readonly type: CaseType;
  readonly reason: string;
  readonly text?: string | null;
  /** A5: to the question of the reason. */
  readonly followUpAnswer?: string | null;
  readonly lines: readonly { readonly orderLineId: string; readonly quantity: number }[];
  /** Ids of photos that wait with the order. */
  readonly photos?: readonly string[] | null;
  /** Fen; absent: all that may be refunded for these lines. */
  readonly amount?: number | null;
  /** A3: logged with it, by staff. */
  readonly contact?: NewContact | null;
  /** A15: why it is opened against the rules; by staff who may. */
  readonly overrule?: string | null;
}

/** With how many photos of each kind it comes. */
type Shown = Omit<NewApplication, 'photos'> & Required<Pick<Application, 'photos' | 'invoicePhotos'>>;

interface Asked {
  readonly order: SalesOrder;
  readonly application: Application;
  readonly judged: Judged;
  readonly ground: Ground;
  readonly judgeAnew: (application: Application, at: number) => Judged;
}

/** What the rules say to an application, and what would turn that round (A20). */
export interface Answered {
  readonly order: SalesOrder;
  readonly by: Application['by'];
  readonly application: Application;
  readonly ground: Ground;
  readonly judged: Judged;
  readonly flips: readonly Flip[];
  /** What stands against it may be overruled by who asked. */
  readonly overrulable: boolean;
  /** The same with something changed, now. */
  readonly anew: (changed: Partial<Application>) => Judged;
}

/** A3, A5: opens cases, by the buyer, or by staff for a buyer. */
@Injectable()
export class ApplyService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseEvents) private readonly events: CaseEvents,
    @Inject(CasePhotos) private readonly photos: CasePhotos,
    @Inject(BuyerRisks) private readonly risks: BuyerRisks,
    @Inject(AutoApprovals) private readonly approvals: AutoApprovals,
    @Inject(OrderContacts) private readonly contacts: OrderContacts,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Overrules) private readonly overrules: Overrules,
    @Inject(SubsidyUse) private readonly subsidies: SubsidyUse,
  ) {}

  /**
   * Whether an application may be made at an instant, and why; nothing is written.
   * @throws NotFound, Forbidden
   */
  async check(actor: Actor, input: NewApplication, at: number): Promise<Answered> {
    const order = await this.database.read.findOneBy(SalesOrder, { id: input.orderId });
    if (!order) throw new NotFound('order', input.orderId);
    authorize(actor, 'order.read', orderTarget(order));
    const lines = await this.database.read.find(OrderLine, linesOf(order));
    const shown = await this.photos.waiting(this.database.read, order.id, input.photos ?? []);
    const by = actor.kind === 'buyer' ? 'buyer' : 'branch';
    const asked = await this.ask(this.database.read, order, lines, { ...input, ...shown }, by, at);
    const { rules, context } = asked.ground;
    const facts = orderFacts(order, lines, context.timeZone);
    const anew = (application: Application, now: number) => asked.judgeAnew(application, now).eligibility;
    return {
      order,
      by,
      application: asked.application,
      ground: asked.ground,
      judged: asked.judged,
      overrulable: mayOverrule(actor, order, asked.judged.eligibility),
      anew: (changed) => asked.judgeAnew({ ...asked.application, ...changed }, at),
      flips: flipsOf(facts, { application: asked.application, now: at }, rules, anew),
    };
  }

  /** What a rule approves by itself is approved when this returns. @throws NotFound, Forbidden, ApplicationRefused */
  async apply(tx: EntityManager, actor: Actor, input: NewApplication, now: number): Promise<AfterSalesCase> {
    const order = await this.held(tx, input.orderId);
    authorize(actor, 'case.apply', orderTarget(order));
    const { contact } = input;
    if (contact && actor.kind !== 'staff') throw new Forbidden('order.logContact');
    if (input.overrule != null) authorize(actor, 'case.overrule', orderTarget(order));
    const row = await this.open(tx, doerOf(actor, 'apply', order.buyerName), order, input, now);
    if (contact && actor.kind === 'staff') await this.contacts.logIn(tx, actor, order, contact, now, 'input.contact.');
    return this.approvals.consider(tx, row, now);
  }

  /** For callers that answer for the doer; he acts as buyer or branch. @throws NotFound, ApplicationRefused */
  async applyAs(tx: EntityManager, doer: Doer, input: NewApplication, now: number): Promise<AfterSalesCase> {
    return this.open(tx, doer, await this.held(tx, input.orderId), input, now);
  }

  private async held(tx: EntityManager, orderId: string): Promise<SalesOrder> {
    await holdOrder(tx, orderId);
    const order = await tx.findOne(SalesOrder, { where: { id: orderId }, ...currentRead(tx) });
    if (!order) throw new NotFound('order', orderId);
    return order;
  }

  private async open(
    tx: EntityManager,
    doer: Doer,
    order: SalesOrder,
    input: NewApplication,
    now: number,
  ): Promise<AfterSalesCase> {
    const by = doer.capacity === 'buyer' ? 'buyer' : 'branch';
    const lines = await tx.find(OrderLine, { ...linesOf(order), ...currentRead(tx) });
    const shown = await this.photos.waiting(tx, order.id, input.photos ?? []);
    const asked = await this.ask(tx, order, lines, { ...input, ...shown }, by, now);
    const { eligibility } = asked.judged;
    refuse(eligibility, input.overrule ?? null);
    const amount = input.amount ?? eligibility.maxAmount;
    const reason = knownReason(input.reason);
    const opened = openCase(
      { type: input.type, reason, amount, maxAmount: eligibility.maxAmount, feeFree: eligibility.feeFree },
      by,
      asked.ground.context,
    );
    return this.write(tx, doer, asked, opened, input, now);
  }

  private async ask(
    manager: EntityManager,
    order: SalesOrder,
    orderLines: readonly OrderLine[],
    input: Shown,
    by: 'buyer' | 'branch',
    now: number,
  ): Promise<Asked> {
    const { type, reason, amount = null, photos, invoicePhotos } = input;
    const lines = input.lines.map(({ orderLineId, quantity }) => ({ lineId: orderLineId, quantity }));
    const withContact = by === 'branch' && input.contact != null;
    const application: Application = { by, type, reason, lines, amount, photos, invoicePhotos, withContact };
    const ground = await this.rules.ground(order, now);
    const subsidy = await this.rules.subsidyPromise(order);
    const use = { orderId: order.id, buyerRef: order.buyerRef, at: now };
    const spent = await this.subsidies.spent(manager, subsidy, use);
    const branch = this.tree.snapshot.require(order.nodeId).name;
    const contact = { branch, at: await this.contacts.lastAt(manager, order.id, now) };
    const judgeAnew = (changed: Application, at: number) =>
      judge(order, orderLines, changed, { ...ground, context: { ...ground.context, now: at }, subsidy, spent, contact });
    return { order, application, ground, judged: judgeAnew(application, now), judgeAnew };
  }

  private async write(
    tx: EntityManager,
    doer: Doer,
    { order, judged, ground }: Asked,
    { facts, transition }: OpenedCase,
    input: NewApplication,
    now: number,
  ): Promise<AfterSalesCase> {
    const id = newId(now);
    const isOverruled = !judged.eligibility.eligible;
    const { payer, merchantBps, trace } = judged.freight;
    const row = Object.assign(new AfterSalesCase(), {
      id,
      code: shortCode(now, id),
      ...ancestorsOf(order),
      orderId: order.id,
      nodeId: order.nodeId,
      buyerName: order.buyerName,
      reasonClass: reasonOf(facts.reason).class,
      text: input.text ?? null,
      followUpAnswer: input.followUpAnswer ?? null,
      currency: order.currency,
      ...columnsOf(facts, transition.reminders ?? [], ground.context),
      proposalNote: null,
      ...unmarked,
      freightPayer: payer,
      freightMerchantBps: merchantBps,
      freightCoveredAtMost: judged.coveredAtMost,
      freightTrace: trace,
      returnAddress: null,
      checklist: null,
      inspection: null,
      buyerRisk: await this.risks.of(tx, order, now),
      rulesPromise: order.rulesPromise,
      subsidyPromise: order.subsidyPromise,
      lastSeq: isOverruled ? 2 : 1,
      version: 1,
    });
    const amounts = overLines(facts.amount, judged.claims);
    const lines = judged.claims.map(({ line, quantity, claimed }, index) => ({
      id: newId(now),
      caseId: id,
      orderLineId: line.id,
      quantity,
      amount: amounts[index] ?? 0,
      claimed,
    }));
    await takeLines(tx, lines);
    await insertRows(tx, AfterSalesCase, [row]);
    await insertRows(tx, CaseLine, lines);
    const photos = await this.photos.attach(tx, row, input.photos ?? []);
    const data = {
      amount: facts.amount,
      reason: facts.reason,
      ...(input.followUpAnswer && { followUpAnswer: input.followUpAnswer }),
      basis: judged.eligibility.basis,
      checks: judged.eligibility.checks,
      ...(input.contact && { contact: { channel: input.contact.channel, note: input.contact.note.trim() } }),
      ...(photos.length > 0 && { photos: photos.map(({ id: photo, sha256 }) => ({ photo, sha256 })) }),
    };
    await this.events.open(tx, { ...row, lastSeq: 1 }, doer, ground.policyEpoch, data);
    const against = { eligibility: judged.eligibility, reason: input.overrule ?? null };
    await this.overrules.note(tx, row, doer, against, { policyEpoch: ground.policyEpoch, now });
    await countMoves(tx, [{ row, from: null, to: facts.state }]);
    await openInOrder(tx, order.id);
    await countReturns(tx, [{ nodeId: row.nodeId, at: row.appliedAt, applied: 1 }]);
    return row;
  }
}

const linesOf = ({ id }: SalesOrder) => ({ where: { orderId: id }, order: { lineNo: 'ASC' } }) as const;

/** A15: facts refuse whoever asks; rules refuse unless somebody gives a reason. @throws ApplicationRefused, NothingToOverrule */
function refuse(eligibility: Eligibility, overrule: string | null): void {
  const { fixed, ruled } = standingAgainst(eligibility);
  const refused = overrule === null ? eligibility.checks.find(({ passes }) => !passes) : fixed[0];
  if (refused) throw new ApplicationRefused(refused, eligibility.checks);
  if (overrule !== null && ruled.length === 0) throw new NothingToOverrule();
}

function mayOverrule(actor: Actor, order: SalesOrder, eligibility: Eligibility): boolean {
  const { fixed, ruled } = standingAgainst(eligibility);
  return fixed.length === 0 && ruled.length > 0 && actor.kind === 'staff' && may(actor, 'case.overrule', orderTarget(order));
}

/** Eligibility has said so before. */
function knownReason(reason: string) {
  if (!isReasonCode(reason)) throw new TypeError(`unknown reason ${reason}`);
  return reason;
}

const ancestorsOf = ({ a0, a1, a2, a3, a4, a5, a6, a7, a8 }: SalesOrder) => ({ a0, a1, a2, a3, a4, a5, a6, a7, a8 });
