import type { VerdictTarget } from '@headwater/after-sales';
import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../auth/actor.js';
import { CurrentActor } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import {
  ExtendArgs,
  NoteArgs,
  ParcelArgs,
  ProposeArgs,
  QuestionArgs,
  ReasonArgs,
  ReceiveArgs,
  RefuseReceiptArgs,
  SeenArgs,
  TrackingArgs,
  VerdictArgs,
  VoucherArgs,
} from './case-args.js';
import { CaseWrites } from './case-writes.service.js';
import { CaseView } from './case.view.js';
import { checkText, oneOf, parcelOf, requireText } from './read-args.js';
import { TrackingService } from './tracking.service.js';

/** As long as their columns. */
const MAX_TRACKING_NOTE = 300;
const MAX_VOUCHER = 64;

const verdicts: readonly VerdictTarget[] = ['AWAIT_RETURN', 'AWAIT_RECEIPT', 'REFUNDING', 'CLOSED'];

/** What the branch, HQ and finance may do to a case. */
@Resolver()
export class StaffVerbsResolver {
  constructor(
    @Inject(CaseWrites) private readonly writes: CaseWrites,
    @Inject(TrackingService) private readonly tracking: TrackingService,
  ) {}

  @Requires('case.approve')
  @Mutation(() => CaseView)
  approve(@CurrentActor() actor: Actor, @Args() { note, ...seen }: NoteArgs): Promise<CaseView> {
    checkText('note', note);
    return this.writes.act(actor, seen, { verb: 'approve' }, { note: note ?? undefined });
  }

  @Requires('case.reject')
  @Mutation(() => CaseView)
  reject(@CurrentActor() actor: Actor, @Args() { reason, ...seen }: ReasonArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.act(actor, seen, { verb: 'reject', reason });
  }

  @Requires('case.askInfo')
  @Mutation(() => CaseView)
  askInfo(@CurrentActor() actor: Actor, @Args() { question, ...seen }: QuestionArgs): Promise<CaseView> {
    checkText('question', question);
    return this.writes.act(actor, seen, { verb: 'askInfo', question });
  }

  @Requires('case.propose')
  @Mutation(() => CaseView)
  propose(@CurrentActor() actor: Actor, @Args() { amount, note, resolution, ...seen }: ProposeArgs): Promise<CaseView> {
    checkText('note', note);
    const offer = oneOf('resolution', resolution, ['refund', 'returnRefund']);
    return this.writes.act(actor, seen, { verb: 'propose', resolution: offer, amount, reason: note });
  }

  @Requires('case.recordTracking')
  @Mutation(() => CaseView, {
    description: 'What the carrier reports: delivered starts the inspection clock, lost decides the refund.',
  })
  recordTracking(@CurrentActor() actor: Actor, @Args() args: TrackingArgs): Promise<CaseView> {
    checkText('note', args.note, MAX_TRACKING_NOTE);
    return this.tracking.record(actor, args);
  }

  @Requires('case.receive')
  @Mutation(() => CaseView)
  receive(@CurrentActor() actor: Actor, @Args() { inspection, ...seen }: ReceiveArgs): Promise<CaseView> {
    checkText('inspection', inspection);
    return this.writes.act(actor, seen, { verb: 'receive' }, { note: inspection ?? undefined });
  }

  @Requires('case.refuseReceipt')
  @Mutation(() => CaseView)
  refuseReceipt(@CurrentActor() actor: Actor, @Args() { reason, goodsHeld, ...seen }: RefuseReceiptArgs): Promise<CaseView> {
    checkText('reason', reason);
    return this.writes.refuseReceipt(actor, seen, reason, goodsHeld);
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
  verdict(@CurrentActor() actor: Actor, @Args() { to, amount, reason, ...seen }: VerdictArgs): Promise<CaseView> {
    checkText('reason', reason);
    const target = oneOf('to', to, verdicts);
    return this.writes.act(actor, seen, { verb: 'verdict', to: target, reason, ...(amount != null && { amount }) });
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
