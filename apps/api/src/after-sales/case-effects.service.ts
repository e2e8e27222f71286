import { goodsToBeSent, returnRouteFor, type CaseEffect } from '@headwater/after-sales';
import { checklistFor, type ReturnAddress } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { rowsWhere } from '../database/rows.js';
import { TreeService } from '../tree/tree.service.js';
import { overLines } from './case-application.js';
import { CaseLines } from './case-lines.service.js';
import { CaseMoney } from './case-money.service.js';
import { CaseParcels } from './case-parcels.service.js';
import { CaseLine, type AfterSalesCase } from './case.entity.js';
import { freightDecision } from './freight-terms.js';
import { GoodsLosses } from './goods-loss.service.js';
import type { Step } from './step.js';

/** What a step changes beyond the facts of its case, all of it in the step's transaction. */
@Injectable()
export class CaseEffects {
  constructor(
    @Inject(CaseLines) private readonly lines: CaseLines,
    @Inject(CaseMoney) private readonly money: CaseMoney,
    @Inject(CaseParcels) private readonly parcels: CaseParcels,
    @Inject(GoodsLosses) private readonly goods: GoodsLosses,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /** Columns that follow from the step, though they are no facts of the lifecycle. */
  async columns(tx: EntityManager, step: Step): Promise<Partial<AfterSalesCase>> {
    const { before, after, transition } = step;
    const agreesToReturn = after.state === 'AWAIT_RETURN' && before.state !== 'AWAIT_RETURN';
    const judgedAnew = after.reason !== before.reason || after.liability !== before.liability;
    // From dispatch on the goods are those sent in return, and no freight of a return is left to ask about.
    const mayBeSent = goodsToBeSent(after) && after.dispatchedAt === null;
    const parcelGoesOut = transition.effects.some(({ kind }) => kind === 'returnShipped');
    return {
      ...(agreesToReturn && { returnAddress: this.returnAddress(step), checklist: await this.checklist(tx, step) }),
      ...(((judgedAnew && mayBeSent) || parcelGoesOut) && (await this.freight(tx, step))),
    };
  }

  /** @param saved the row after the step */
  async carryOut(tx: EntityManager, step: Step, saved: AfterSalesCase): Promise<void> {
    const { before, after } = step;
    if (after.amount !== before.amount || after.maxAmount !== before.maxAmount) await this.spread(tx, saved);
    for (const effect of step.transition.effects) await this.one(tx, step, saved, effect);
    await this.goods.settle(tx, step, saved);
  }

  private one(tx: EntityManager, step: Step, saved: AfterSalesCase, effect: CaseEffect): Promise<void> | undefined {
    switch (effect.kind) {
      case 'returnShipped':
        return this.parcels.ship(tx, step, saved, effect);
      case 'logisticsChanged':
        return this.parcels.correct(tx, step, saved, effect);
      case 'droppedIn':
        return this.parcels.takeIn(tx, step, saved, effect);
      case 'replacementShipped':
        return this.parcels.dispatch(tx, step, saved, effect);
      case 'replacementCorrected':
        return this.parcels.correctDispatch(tx, step, saved, effect);
      case 'shippedBack':
        return this.parcels.sendBack(tx, step, saved, effect);
      case 'refundAlert':
        // Its event is the alert.
        return undefined;
      default:
        return this.money.carryOut(tx, step, saved, effect);
    }
  }

  /** A6, V3: where the goods go, as it is in force at approval; the branch's own address where the rules name none. */
  private returnAddress({ row, after, ground }: Step): ReturnAddress {
    const { address: ruled } = returnRouteFor(after, ground.context);
    if (ruled !== null) return ruled;
    const { name, phone, province, city, address } = this.tree.snapshot.require(row.nodeId);
    const place = { province: province ?? '', city: city ?? '', district: '', street: address ?? '' };
    return { recipient: name, phone: phone ?? '', ...place, instructions: '' };
  }

  /** A9: told to the buyer now, and inspected by later. */
  private async checklist(tx: EntityManager, { row, ground }: Step): Promise<string[]> {
    const lines = await this.lines.freightLines(tx, row.id);
    return checklistFor(
      ground.rules.conditions,
      lines.map(({ category }) => category),
    );
  }

  /** Who pays the freight, asked again when the reason or the liability has changed, and for each new parcel; one under way keeps its answer. */
  private async freight(tx: EntityManager, { row, after, ground }: Step): Promise<Partial<AfterSalesCase>> {
    const lines = await this.lines.freightLines(tx, row.id);
    const { reasonClass } = this.lines.classed(after.reason);
    const { payer, merchantBps, trace } = freightDecision(
      lines,
      { reasonClass, liability: after.liability },
      ground.rules.freightPayer,
    );
    return { freightPayer: payer, freightMerchantBps: merchantBps, freightTrace: trace };
  }

  private async spread(tx: EntityManager, { id, requestedAmount }: AfterSalesCase): Promise<void> {
    const lines = await rowsWhere(tx, CaseLine, { caseId: id }, { by: 'id' });
    const amounts = overLines(requestedAmount, lines);
    for (const [index, line] of lines.entries()) await tx.update(CaseLine, { id: line.id }, { amount: amounts[index] ?? 0 });
  }
}
