import { reasonCodes, reasonOf, returningTypes, type ReasonCode } from '@headwater/after-sales';
import { reasonClasses } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { ApplyService, type NewApplication } from './apply.service.js';
import type { ReasonFreightView } from './reason-freight.view.js';

/** What freight rules look at of a reason is its class. */
const anyOf = (reasonClass: string): ReasonCode | undefined => reasonCodes.find((code) => reasonOf(code).class === reasonClass);

/** A3: who would pay for sending the goods back, before a reason is chosen. */
@Injectable()
export class ReasonFreight {
  constructor(@Inject(ApplyService) private readonly applications: ApplyService) {}

  /** Empty where no goods come back. @param at UTC epoch ms @throws NotFound, Forbidden */
  async of(actor: Actor, wish: Pick<NewApplication, 'orderId' | 'type' | 'lines'>, at: number): Promise<ReasonFreightView[]> {
    const { anew } = await this.applications.check(actor, { ...wish, reason: '' }, at);
    if (!returningTypes.includes(wish.type)) return [];
    return reasonClasses.flatMap((reasonClass) => {
      const reason = anyOf(reasonClass);
      if (reason === undefined) return [];
      const { freight, coveredAtMost } = anew({ reason });
      return [{ class: reasonClass, payer: freight.payer, merchantBps: freight.merchantBps, coveredAtMost }];
    });
  }
}
