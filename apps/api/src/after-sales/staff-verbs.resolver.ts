import type { LiableParty, VerdictTarget } from '@headwater/after-sales';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { nullWhereAbsent } from '../common/errors.js';
import {
  ApproveArgs,
  CounterArgs,
  DispatchArgs,
  DropInArgs,
  ExtendArgs,
  OutOfStockArgs,
  ParcelArgs,
  ProposeArgs,
  QuestionArgs,
  ReasonArgs,
  ReceiveAndDispatchArgs,
  ReceiveArgs,
  RefuseReceiptArgs,
  SeenArgs,
  TrackingArgs,
  VerdictArgs,
  VoucherArgs,
} from './case-args.js';
import { CaseWrites } from './case-writes.service.js';
import { CaseView, DropInView } from './case.view.js';
import { DropIns } from './drop-ins.service.js';
import { checkText, inspected, oneOf, parcelOf, requireText } from './read-args.js';
import { TrackingService } from './tracking.service.js';

/** As long as their columns. */
const MAX_TRACKING_NOTE = 300;
const MAX_VOUCHER = 64;

const verdicts: readonly VerdictTarget[] = ['AWAIT_RETURN', 'AWAIT_RECEIPT', 'AWAIT_RESHIP', 'REFUNDING', 'CLOSED'];
const parties: readonly LiableParty[] = ['branch', 'carrier', 'supplier', 'buyer', 'hq'];

/** What the branch, HQ and finance may do to a case. */
@Resolver()
export class StaffVerbsResolver {
  constructor(
    @Inject(CaseWrites) private readonly writes: CaseWrites,
    @Inject(TrackingService) private readonly tracking: TrackingService,
    @Inject(DropIns) private readonly dropIns: DropIns,
  ) {}

  @Requires('case.approve')
  @Mutation(() => CaseView)
  approve(@CurrentActor() actor: Actor, @Args() { note, returnReason, ...seen }: ApproveArgs): Promise<CaseView> {
    checkText('note', note);
    checkText('returnReason', returnReason);
    const asked = returnReason != null && { returnReason };
    return this.writes.act(actor, seen, { verb: 'approve', ...asked }, { note: note ?? undefined });
  }

  @Requires('case.reject')
  @Mutation(() => CaseView)
  reject(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: ReasonArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'reject', reason });
  }

  @Requires('case.askInfo')
  @Mutation(() => CaseView)
  askInfo(@CurrentActor() actor: Actor, @Args() { question, checklist, ...seen }: QuestionArgs): Promise<CaseView> {
    checkText('question', question);
    return this.writes.actOrOverrule(actor, seen, { verb: 'askInfo', question }, inspected(checklist));
  }

  @Requires('case.propose')
  @Mutation(() => CaseView)
  propose(
    @CurrentActor() actor: Actor,
    @Args() { amount, note, resolution, checklist, ...seen }: ProposeArgs,
  ): Promise<CaseView> {
    checkText('note', note);
    const offer = oneOf('resolution', resolution, ['refund', 'returnRefund']);
    const action = { verb: 'propose', resolution: offer, amount, reason: note } as const;
    return this.writes.actOrOverrule(actor, seen, action, inspected(checklist));
  }

  @Requires('case.recordTracking')
  @Mutation(() => CaseView, {
    description:
      'What the carrier reports: delivered starts the clock of who has the goods now, lost decides what the buyer gets.',
  })
  recordTracking(@CurrentActor() actor: Actor, @Args() args: TrackingArgs): Promise<CaseView> {
    checkText('note', args.note, MAX_TRACKING_NOTE);
    return this.tracking.record(actor, args);
  }

  @Requires('case.registerDropIn')
  @Query(() => DropInView, {
    nullable: true,
    description: 'A8: what registering would take in, by the code of the case; null where there is none, or no counter of yours.',
  })
  async dropIn(@CurrentActor() actor: Actor, @Args() { code, at }: CounterArgs): Promise<DropInView | null> {
    return this.dropIns.look(actor, code, at ?? null).catch(nullWhereAbsent);
  }

  @Requires('case.registerDropIn')
  @Mutation(() => DropInView, {
    description: 'A8: goods handed over a counter; any unit may take them in, by the code of their case.',
  })
  registerDropIn(@CurrentActor() actor: Actor, @Args() { code, at, inspection, checklist }: DropInArgs): Promise<DropInView> {
    checkText('inspection', inspection);
    return this.dropIns.register(actor, code, at ?? null, { note: inspection ?? undefined, ...inspected(checklist) });
  }

  @Requires('case.receive')
  @Mutation(() => CaseView)
  receive(@CurrentActor() actor: Actor, @Args() { inspection, checklist, ...seen }: ReceiveArgs): Promise<CaseView> {
    checkText('inspection', inspection);
    return this.writes.act(actor, seen, { verb: 'receive' }, { note: inspection ?? undefined, ...inspected(checklist) });
  }

  @Requires('case.receiveAndDispatch')
  @Mutation(() => CaseView, { description: 'A10: the goods are in, and what the buyer gets instead is out.' })
  receiveAndDispatch(@CurrentActor() actor: Actor, @Args() args: ReceiveAndDispatchArgs): Promise<CaseView> {
    const { carrier, tracking, freightPaid, inspection, checklist, ...seen } = args;
    checkText('inspection', inspection);
    const parcel = { ...parcelOf(carrier, tracking), freightPaid: freightPaid ?? null };
    const said = { note: inspection ?? undefined, ...inspected(checklist) };
    return this.writes.act(actor, seen, { verb: 'receiveAndDispatch', ...parcel }, said);
  }

  @Requires('case.dispatch')
  @Mutation(() => CaseView)
  dispatch(@CurrentActor() actor: Actor, @Args() { carrier, tracking, freightPaid, ...seen }: DispatchArgs): Promise<CaseView> {
    const parcel = { ...parcelOf(carrier, tracking), freightPaid: freightPaid ?? null };
    return this.writes.act(actor, seen, { verb: 'dispatch', ...parcel });
  }

  @Requires('case.outOfStock')
  @Mutation(() => CaseView, { description: 'Offers the money instead; counts as a proposal.' })
  outOfStock(@CurrentActor() actor: Actor, @Args() { note, ...seen }: OutOfStockArgs): Promise<CaseView> {
    checkText('note', note);
    return this.writes.actOrOverrule(actor, seen, { verb: 'outOfStock' }, { note: note ?? undefined });
  }

  @Requires('case.correctLogistics')
  @Mutation(() => CaseView)
  correctLogistics(@CurrentActor() actor: Actor, @Args() { carrier, tracking, ...seen }: ParcelArgs): Promise<CaseView> {
    return this.writes.act(actor, seen, { verb: 'correctLogistics', ...parcelOf(carrier, tracking) });
  }

  @Requires('case.refuseReceipt')
  @Mutation(() => CaseView)
  refuseReceipt(@CurrentActor() actor: Actor, @Args() args: RefuseReceiptArgs): Promise<CaseView> {
    const { reason, goods, checklist, ...seen } = args;
    checkText('reason', reason);
    return this.writes.refuseReceipt(actor, seen, { reason, goods }, inspected(checklist));
  }

  @Requires('case.shipBack')
  @Mutation(() => CaseView)
  shipBack(@CurrentActor() actor: Actor, @Args() { carrier, tracking, ...seen }: ParcelArgs): Promise<CaseView> {
    return this.writes.act(actor, seen, { verb: 'shipBack', ...parcelOf(carrier, tracking) });
  }

  @Requires('case.reportLost')
  @Mutation(() => CaseView)
  reportLost(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: ReasonArgs): Promise<CaseView> {
    requireText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'reportLost' }, { reason });
  }

  @Requires('case.verdict')
  @Mutation(() => CaseView)
  verdict(@CurrentActor() actor: Actor, @Args() { to, amount, liable, reason, ...seen }: VerdictArgs): Promise<CaseView> {
    checkText('reason', reason);
    const target = oneOf('to', to, verdicts);
    const found = { ...(amount != null && { amount }), ...(liable != null && { liable: oneOf('liable', liable, parties) }) };
    return this.writes.act(actor, seen, { verb: 'verdict', to: target, reason, ...found });
  }

  @Requires('case.retryPayout')
  @Mutation(() => CaseView)
  retryPayout(@CurrentActor() actor: Actor, @Args() seen: SeenArgs): Promise<CaseView> {
    return this.writes.act(actor, seen, { verb: 'retry' });
  }

  @Requires('case.manualVoucher')
  @Mutation(() => CaseView)
  manualVoucher(@CurrentActor() actor: Actor, @Args() { voucher, ...seen }: VoucherArgs): Promise<CaseView> {
    const reference = voucher.trim();
    checkText('voucher', reference, MAX_VOUCHER);
    return this.writes.act(actor, seen, { verb: 'manualVoucher', reference });
  }

  @Requires('case.extend')
  @Mutation(() => CaseView)
  extend(@CurrentActor() actor: Actor, @Args() { until, reason, ...seen }: ExtendArgs): Promise<CaseView> {
    requireText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'extend', until }, { reason });
  }
}
