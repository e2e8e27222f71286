import { nodeId } from '@headwater/org-tree';
import { sameValue, supposing, type Directives } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { StaleVersion } from '../common/errors.js';
import type { CoverageEffectView } from './coverage.types.js';
import { countEffect, effectForeseen } from './effects.js';
import { readReason } from './inputs.js';
import { ownAfter, ownDirectives, ownProblems, ownProposal, ownVersionOf, saveOwn, type OwnPlace } from './own-track.js';
import { PolicyEngine } from './policy-engine.service.js';
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
      const proposal = ownProposal(request, directives, now);
      refuseAny(state, ownProblems(state, proposal, !may(actor, 'rules.assign', target)), now);
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
    const proposal = ownProposal(request, directives, now);
    const isUntouched = sameValue(directives, ownDirectives(state, request, now));
    const problems = isUntouched ? [] : ownProblems(state, proposal, !may(actor, 'rules.assign', target));
    const effect = countEffect(state, {
      ...{ kind: request.kind, nodeId: proposal.nodeId, at: now, alreadySo: 'same' },
      ...{ before: state.snapshot, after: supposing(state.snapshot, proposal) },
    });
    return effectForeseen(state, effect, allNamed(state, problems, now));
  }
}

/** @throws StaleVersion that says who changed which fields since */
function refuseStaleOwn({ state, now }: PolicyWrite, request: OwnRulesRequest): void {
  const current = ownVersionOf(state, request);
  const seen = request.ownVersion;
  if (current === seen) return;
  const [before, after] = [ownDirectives(state, request, now, seen), ownDirectives(state, request, now)];
  const fields = Object.keys({ ...before, ...after }).filter((key) => !sameValue(before[key], after[key]));
  const [last] = state.snapshot.factsOf(request.kind, nodeId(request.nodeId)).own;
  const row = last && state.book.assignments.get(last.assignment.id);
  const by = row && row.recordedFrom > seen ? row.authorName : null;
  throw new StaleVersion('unit’s own rules', { seen, now: current, meanwhile: { by, fields } });
}
