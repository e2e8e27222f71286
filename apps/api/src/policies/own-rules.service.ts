import { nodeId } from '@headwater/org-tree';
import { ownTrack, sameValue, supposing, type Directives, type Proposal } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { StaleVersion } from '../common/errors.js';
import { ApprovalService } from './approval.service.js';
import { weighed } from './assignment.service.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen, type EffectPart } from './effects.js';
import { readReason } from './inputs.js';
import { ownAfter, ownDirectives, ownProblems, ownVersionOf, saveOwn, scheduledOver, type OwnPlace } from './own-track.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type PolicyWrite, type Written } from './policy-writer.service.js';
import { allNamed, refuseAny } from './problems.js';

export interface OwnRulesChanges extends OwnPlace {
  /** field → directive, or null for back to inherit; other fields stay. */
  readonly changes: unknown;
}

export interface OwnRulesRequest extends OwnRulesChanges {
  /** What the edit is based on: see `ownVersionOf`. */
  readonly ownVersion: number;
  readonly reason?: string | null;
}

/** A unit's own rules, over the shared version it was given. What is saved untouched writes nothing. */
@Injectable()
export class OwnRulesService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Forbidden, StaleVersion, RulesRefused */
  set(actor: Actor, request: OwnRulesRequest): Promise<Written<Directives>> {
    return this.writer.run(actor, async (write) => {
      const { state, now } = write;
      const target = targetAt(state.tree, request.nodeId);
      authorize(actor, 'rules.setOwn', target);
      refuseStaleOwn(write, request);
      const directives = ownAfter(state, request, request.changes, now);
      if (sameValue(directives, ownDirectives(state, request, now))) return { wrote: false, result: directives };
      const proposal = ownTrack({ kind: request.kind, nodeId: nodeId(request.nodeId) }, directives, now);
      const isRulemaker = may(actor, 'rules.assign', target);
      refuseAny(state, ownProblems(state, proposal, !isRulemaker), now);
      if (isRulemaker) await this.approvals.refuseUnapproved(write, weighed(proposal, effectOfOwn(state, proposal, now)));
      const reason = readReason('reason', request.reason);
      const { number } = await saveOwn(write, proposal, reason);
      const data = { kind: request.kind, number, changes: request.changes, reason };
      await write.record('rules.setOwn', { type: 'orgNode', id: request.nodeId }, request.nodeId, data);
      return { wrote: true, result: directives };
    });
  }

  /** What the changes would do to the unit and all below it, and why they would be refused. @throws NotFound, Forbidden, RulesRefused */
  async preview(actor: Actor, request: OwnRulesChanges): Promise<CoverageEffectView> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const target = targetAt(state.tree, request.nodeId);
    authorize(actor, 'rules.setOwn', target);
    const directives = ownAfter(state, request, request.changes, now);
    const proposal = ownTrack({ kind: request.kind, nodeId: nodeId(request.nodeId) }, directives, now);
    const isUntouched = sameValue(directives, ownDirectives(state, request, now));
    const isRulemaker = may(actor, 'rules.assign', target);
    const problems = isUntouched ? [] : ownProblems(state, proposal, !isRulemaker);
    const effect = effectOfOwn(state, proposal, now);
    const approval = isRulemaker && !isUntouched ? await this.approvals.foreseen(state, weighed(proposal, effect), now) : [];
    return effectForeseen(state, effect, allNamed(state, problems, now), approval);
  }
}

/** A branch's own people keep within what a branch may; whoever makes rules for others is weighed. */
function effectOfOwn(state: PolicyState, proposal: Proposal, now: number): EffectPart {
  const effect = countEffect(state, {
    ...{ kind: proposal.kind, nodeId: proposal.nodeId, at: now, alreadySo: 'same' },
    ...{ before: state.snapshot, after: supposing(state.snapshot, proposal) },
  });
  return { ...effect, covers: scheduledOver(state, proposal, now) };
}

/** @throws StaleVersion that says who changed which fields since */
function refuseStaleOwn({ state, now }: PolicyWrite, request: OwnRulesRequest): void {
  const current = ownVersionOf(state, request);
  const seen = request.ownVersion;
  if (current === seen) return;
  const [before, after] = [ownDirectives(state, request, now, seen), ownDirectives(state, request, now)];
  const fields = Object.keys({ ...before, ...after }).filter((key) => !sameValue(before[key], after[key]));
  const { own } = state.snapshot.factsOf(request.kind, nodeId(request.nodeId));
  // What was scheduled is recorded anew over an edit, in its epoch: the edit itself came first.
  const last = own.findLast(({ assignment }) => assignment.recordedFrom === own[0]?.assignment.recordedFrom);
  const row = last && state.book.assignments.get(last.assignment.id);
  const by = row && row.recordedFrom > seen ? row.authorName : null;
  throw new StaleVersion('unit’s own rules', { seen, now: current, meanwhile: { by, fields } });
}
