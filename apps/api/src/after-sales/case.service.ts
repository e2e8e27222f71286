import {
  applyTransition,
  decide,
  inspectionRefused,
  isReasonCode,
  isTerminal,
  reasonOf,
  umbrella,
  type CaseAction,
} from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, targetOf } from '../auth/authorize.js';
import { Forbidden, StaleVersion } from '../common/errors.js';
import { updateVersioned } from '../database/database.js';
import { changedIn } from '../database/rows.js';
import type { Row } from '../orders/insert-rows.js';
import { countMoves, type Move } from './case-counts.js';
import { CaseEffects } from './case-effects.service.js';
import { CaseEvents } from './case-events.js';
import { columnsOf, factsOf } from './case-facts.js';
import { endInOrder, replaceLines, settleLines } from './case-order.js';
import { claimByReason, reckoned, refuseUnfit } from './case-modification.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase, type CaseEvent } from './case.entity.js';
import { CaseRefused, InspectionRefused, NothingToOverrule } from './case.errors.js';
import { doerOf, overruling, permissionBeside, permissionFor, type Doer } from './doer.js';
import { evidenceOf } from './evidence.js';
import { loadHeld } from './load-case.js';
import { Overrules } from './overrules/overrules.service.js';
import { markedAfterStep } from './reminded.js';
import { CasePhotos } from './photos/case-photos.service.js';
import { StaleCase } from './stale-case.js';
import type { CaseWork, Step } from './step.js';

/** A step that is written but for its event and the counts. */
interface Written {
  readonly saved: AfterSalesCase;
  readonly event: Row<CaseEvent>;
  readonly move: Move;
}

/**
 * Every step of a case goes through here: load → authorize → decide (libs/after-sales) → save with its event, counts, order, money →
 * return. All of it in the caller's transaction.
 */
@Injectable()
export class CaseService {
  constructor(
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseEvents) private readonly events: CaseEvents,
    @Inject(CaseEffects) private readonly effects: CaseEffects,
    @Inject(StaleCase) private readonly stale: StaleCase,
    @Inject(CasePhotos) private readonly photos: CasePhotos,
    @Inject(Overrules) private readonly overrules: Overrules,
  ) {}

  /**
   * An actor's step, authorized.
   * @param now UTC epoch ms
   * @throws NotFound, Forbidden, StaleVersion, CaseRefused, ApplicationRefused, NothingToOverrule
   */
  async act(tx: EntityManager, actor: Actor, work: CaseWork, now: number): Promise<AfterSalesCase> {
    const row = await loadHeld(tx, work.id);
    const { verb } = work.action;
    permit(actor, row, work);
    const himself = doerOf(actor, verb, row.buyerName);
    const doer = work.overrule === undefined ? himself : overruling(himself, verb);
    if (work.version !== null && work.version !== row.version) throw await this.stale.of(tx, actor, row, work.version, now);
    return this.step(tx, doer, row, work, now);
  }

  /** A step of a caller that answers for the doer: clocks, payouts, the demo chain's history. @throws NotFound, StaleVersion, CaseRefused */
  async carryOut(tx: EntityManager, doer: Doer, work: CaseWork, now: number): Promise<AfterSalesCase> {
    const row = await loadHeld(tx, work.id);
    if (work.version !== null && work.version !== row.version) {
      throw new StaleVersion('case', { seen: work.version, now: row.version });
    }
    return this.step(tx, doer, row, work, now);
  }

  /**
   * The same step of many cases that the caller holds; what is written of all of them alike is written at once.
   * @throws StaleVersion, CaseRefused: nothing of the transaction is to be kept
   */
  async carryOutAll(
    tx: EntityManager,
    doer: Doer,
    rows: readonly AfterSalesCase[],
    action: CaseAction,
    now: number,
  ): Promise<void> {
    const written: Written[] = [];
    for (const row of rows) {
      const work = { id: row.id, version: row.version, action };
      written.push(await this.write(tx, await this.decide(tx, doer, row, work, now), work));
    }
    await this.record(tx, written);
  }

  private async step(tx: EntityManager, doer: Doer, row: AfterSalesCase, work: CaseWork, now: number): Promise<AfterSalesCase> {
    const written = await this.write(tx, await this.decide(tx, doer, row, work, now), work);
    await this.record(tx, [written]);
    return written.saved;
  }

  private async decide(tx: EntityManager, doer: Doer, row: AfterSalesCase, work: CaseWork, now: number): Promise<Step> {
    const ground = await this.rules.ground(row, now);
    const before = factsOf(row);
    const overrules = work.overrule !== undefined;
    const action = work.action.verb === 'modify' ? await reckoned(tx, row, work.action, ground) : work.action;
    const evidence = await evidenceOf(tx, this.photos, row, work);
    const context = evidence ? { ...ground.context, evidence } : ground.context;
    const transition = decide(before, { ...action, actor: doer.capacity, overrules }, context);
    if (!transition.ok) throw new CaseRefused(transition);
    if (overrules && transition.overruled.length === 0) throw new NothingToOverrule();
    refuseInspection(row, work);
    return { row, before, after: applyTransition(before, transition), transition, ground, doer, now };
  }

  private async write(tx: EntityManager, step: Step, work: CaseWork): Promise<Written> {
    const { row, before, after, now } = step;
    if (work.action.verb === 'modify') {
      await refuseUnfit(tx, this.photos, step);
      await claimByReason(tx, step);
    }
    const saved = await this.save(tx, step, work);
    if (work.overrule !== undefined) await this.overrules.noteStep(tx, step, saved, work.overrule);
    await this.effects.carryOut(tx, step, saved);
    await this.photos.tieTo(tx, step, saved);
    if (isTerminal(after.state)) await this.end(tx, now, saved);
    const event = this.events.ofStep(step, saved, work.action, work.said);
    return { saved, event, move: { row, from: before.state, to: after.state } };
  }

  /** The rows that all cases and all processes share come last, so that nobody waits for them longer than he must. */
  private async record(tx: EntityManager, written: readonly Written[]): Promise<void> {
    await this.events.record(
      tx,
      written.map(({ event }) => event),
    );
    await countMoves(
      tx,
      written.map(({ move }) => move),
    );
  }

  /** Gives back or books off what the case held of its order. */
  private async end(
    tx: EntityManager,
    now: number,
    { id, type, state, orderId, approvedAmount, requestedAmount, facts }: AfterSalesCase,
  ): Promise<void> {
    if (type === 'EX' && state === 'DONE') await replaceLines(tx, id, facts.buyerReceivedAt ?? now);
    await settleLines(tx, id, state === 'REFUNDED' ? (approvedAmount ?? requestedAmount) : null);
    await endInOrder(tx, orderId, umbrella(type, state));
  }

  private async save(tx: EntityManager, step: Step, { action, said }: CaseWork): Promise<AfterSalesCase> {
    const { row, after, transition, ground, doer, now } = step;
    // What was overruled comes before it, with an event of its own.
    const lastSeq = row.lastSeq + (transition.overruled.length > 0 ? 2 : 1);
    const patch = {
      ...columnsOf(after, transition.reminders ?? row.reminders, ground.context),
      reasonClass: isReasonCode(after.reason) ? reasonOf(after.reason).class : row.reasonClass,
      ...(await this.effects.columns(tx, step)),
      lastSeq,
      ...markedAfterStep(row, step),
      ...(said?.inspection && {
        inspection: { at: now, seq: lastSeq, actorName: doer.name, items: said.inspection },
      }),
      ...(action.verb === 'propose' && { proposalNote: action.reason }),
      ...(action.verb === 'outOfStock' && { proposalNote: said?.note ?? null }),
      ...(action.verb === 'modify' && said?.text !== undefined && { text: said.text }),
      // What another reason asked is answered no more.
      ...((after.reason !== row.reason || said?.followUpAnswer) && { followUpAnswer: said?.followUpAnswer ?? null }),
    };
    const version = await updateVersioned(tx, AfterSalesCase, row, changedIn(row, patch), 'case');
    return Object.assign(new AfterSalesCase(), row, patch, { version });
  }
}

/** A15: who overrules needs the right to, beside the verb's own; the buyer's verbs are nobody else's but so. @throws NotFound, Forbidden */
function permit(actor: Actor, row: AfterSalesCase, { action, overrule }: CaseWork): void {
  const target = targetOf('case', row);
  const isOverruling = overrule !== undefined;
  const permission = isOverruling ? permissionBeside(action.verb) : permissionFor(action.verb);
  if (isOverruling) authorize(actor, 'case.overrule', target);
  if (permission !== null) authorize(actor, permission, target);
  else if (actor.kind !== 'system' && !isOverruling) throw new Forbidden(action.verb);
}

/** @throws InspectionRefused */
function refuseInspection({ checklist }: AfterSalesCase, { said }: CaseWork): void {
  const refused = said?.inspection ? inspectionRefused(checklist, said.inspection) : null;
  if (refused) throw new InspectionRefused(refused, checklist ?? []);
}
