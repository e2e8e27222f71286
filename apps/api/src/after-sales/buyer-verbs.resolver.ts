import { isReasonCode } from '@headwater/after-sales';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { BadInput } from '../common/errors.js';
import {
  ChangeLogisticsArgs,
  EscalateArgs,
  LimitedArgs,
  ModifyArgs,
  OptionalReasonArgs,
  PickupArgs,
  ReasonArgs,
  ReturnArgs,
  SeenArgs,
  TextArgs,
} from './case-args.js';
import { CaseWrites } from './case-writes.service.js';
import { ApplyInput } from './case.inputs.js';
import { CaseView } from './case.view.js';
import { checkText, followUpOf, oneOf, parcelOf, requireText } from './read-args.js';

const OVERRULED = 'By the buyer; by who may overrule, for a buyer whom a limit of the rules keeps from it (A15).';

/** What the buyer may do to his cases; and staff, who may open one for him. */
@Resolver()
export class BuyerVerbsResolver {
  constructor(@Inject(CaseWrites) private readonly writes: CaseWrites) {}

  @Requires('case.apply')
  @Mutation(() => CaseView, { description: 'By the buyer, or by staff for a buyer.' })
  apply(@CurrentActor() actor: Actor, @Args('input', { type: () => ApplyInput }) input: ApplyInput): Promise<CaseView> {
    checkText('input.text', input.text);
    if (input.overrule != null) requireText('input.overrule', input.overrule);
    const followUpAnswer = followUpOf('input.followUpAnswer', input.reason, input.followUpAnswer);
    return this.writes.apply(actor, { ...input, followUpAnswer });
  }

  @Requires('case.supplyInfo')
  @Mutation(() => CaseView)
  supplyInfo(@CurrentActor() actor: Actor, @Args() { text, ...seen }: TextArgs): Promise<CaseView> {
    checkText('text', text);
    return this.writes.act(actor, seen, { verb: 'supplyInfo', answer: text });
  }

  @Requires('case.accept')
  @Mutation(() => CaseView)
  accept(@CurrentActor() actor: Actor, @Args() seen: SeenArgs): Promise<CaseView> {
    return this.writes.act(actor, seen, { verb: 'accept' });
  }

  @Requires('case.decline')
  @Mutation(() => CaseView)
  decline(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: OptionalReasonArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'decline' }, { reason: reason ?? undefined });
  }

  @Requires('case.modify', 'case.overrule')
  @Mutation(() => CaseView, { description: OVERRULED })
  modify(
    @CurrentActor() actor: Actor,
    @Args() { type, reason, text, amount, followUpAnswer, ...seen }: ModifyArgs,
  ): Promise<CaseView> {
    checkText('text', text);
    if (reason != null && !isReasonCode(reason))
      throw new BadInput('reason', 'There is no such reason.', 'a code of returnReasons');
    const change = { ...(type != null && { type }), ...(reason != null && { reason }), ...(amount != null && { amount }) };
    return this.writes.actOrOverrule(
      actor,
      seen,
      { verb: 'modify', ...change },
      {
        text: text ?? undefined,
        followUpAnswer: followUpAnswer && followUpOf('followUpAnswer', reason ?? '', followUpAnswer),
      },
    );
  }

  @Requires('case.escalate', 'case.overrule')
  @Mutation(() => CaseView, { description: OVERRULED })
  escalate(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: EscalateArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.actOrOverrule(actor, seen, { verb: 'escalate', reason });
  }

  @Requires('case.withdraw')
  @Mutation(() => CaseView)
  withdraw(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: OptionalReasonArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'withdraw' }, { reason: reason ?? undefined });
  }

  @Requires('case.ship')
  @Mutation(() => CaseView, { description: 'The return went out; freightPaid is what the buyer paid for the parcel.' })
  ship(@CurrentActor() actor: Actor, @Args() args: ReturnArgs): Promise<CaseView> {
    const { method, freightPaid, carrier, tracking, ...seen } = args;
    const by = oneOf('method', method, ['parcel', 'pickup']);
    const parcel = parcelOf(carrier, tracking);
    return this.writes.act(actor, seen, { verb: 'ship', method: by, ...parcel, freightPaid: freightPaid ?? null });
  }

  @Requires('case.bookPickup')
  @Mutation(() => CaseView, { description: 'When a courier fetches the goods; booking again replaces it.' })
  bookPickup(@CurrentActor() actor: Actor, @Args() { from, until, ...seen }: PickupArgs): Promise<CaseView> {
    return this.writes.act(actor, seen, { verb: 'bookPickup', from, until });
  }

  @Requires('case.changeIntent', 'case.overrule')
  @Mutation(() => CaseView, { description: `A11: money instead of other goods. ${OVERRULED}` })
  changeIntent(@CurrentActor() actor: Actor, @Args() seen: LimitedArgs): Promise<CaseView> {
    return this.writes.actOrOverrule(actor, seen, { verb: 'changeIntent' });
  }

  @Requires('case.confirm')
  @Mutation(() => CaseView)
  confirm(@CurrentActor() actor: Actor, @Args() seen: SeenArgs): Promise<CaseView> {
    return this.writes.act(actor, seen, { verb: 'confirm' });
  }

  @Requires('case.notReceived')
  @Mutation(() => CaseView)
  notReceived(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: OptionalReasonArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'notReceived' }, { reason: reason ?? undefined });
  }

  @Requires('case.wrongReceived')
  @Mutation(() => CaseView)
  wrongReceived(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: ReasonArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'wrongReceived', reason });
  }

  @Requires('case.changeLogistics', 'case.overrule')
  @Mutation(() => CaseView, { description: OVERRULED })
  changeLogistics(
    @CurrentActor() actor: Actor,
    @Args() { freightPaid, carrier, tracking, ...seen }: ChangeLogisticsArgs,
  ): Promise<CaseView> {
    const parcel = parcelOf(carrier, tracking);
    const action = { verb: 'changeLogistics', ...parcel, freightPaid: freightPaid ?? null } as const;
    return this.writes.actOrOverrule(actor, seen, action);
  }
}
