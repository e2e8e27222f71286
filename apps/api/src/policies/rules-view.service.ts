import { nodeId, type NodeId } from '@headwater/org-tree';
import { explain, kindOf, type Candidate, type Explanation, type KindKey, type ValueMark } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { effectiveField, type Looked, type Rights } from './effective-field.js';
import { exemptionsOn } from './exemptions-on.js';
import { fieldViewOf } from './kinds.js';
import { nodeIn } from './naming.js';
import { nextView } from './next-view.js';
import { ownDirectives, ownVersionOf } from './own-track.js';
import { sourceThen } from './planned-source.js';
import { PlannedTurns, type PlannedEra } from './planned-turns.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import type { CandidateView, EffectiveRulesView, ExplanationView, RuleAlternativeView } from './rules.types.js';
import { isSuspendable, suspendedHere } from './suspension.service.js';

export interface RulesQuestion {
  readonly nodeId: string;
  readonly kind: KindKey;
  /** Without it, now. */
  readonly at?: number | null;
  /** P9: as it was known then; without it, as known now. UTC epoch ms. */
  readonly knownAt?: number | null;
}

/** What applies at a unit, and why (P8). */
@Injectable()
export class RulesViewService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(PlannedTurns) private readonly plans: PlannedTurns,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NodeArchived */
  async effective(actor: Actor, question: RulesQuestion): Promise<EffectiveRulesView> {
    const looked = await this.look(actor, question);
    const { state, document, at, nodeId: unit } = looked;
    const now = this.clock.now();
    const rights = rightsOf(actor, state, question);
    return {
      ...{ node: nodeIn(state, unit), kind: question.kind, at, knownAt: question.knownAt ?? null, epoch: state.epoch },
      suspension: document.suspension && { ...document.suspension, node: nodeIn(state, document.suspension.nodeId) },
      fields: kindOf(question.kind).fields.map((field) => effectiveField(looked, field, rights)),
      own: ownDirectives(state, question, now),
      ownVersion: ownVersionOf(state, question),
      allowedActions: isPresent(question) ? actionsOn(actor, state, question, now) : [],
    };
  }

  /** @throws NotFound, NodeArchived, BadInput */
  async explain(actor: Actor, question: RulesQuestion & { field: string }): Promise<ExplanationView> {
    const { kind } = question;
    const field = kindOf(kind).fields.find(({ key }) => key === question.field);
    const view = fieldViewOf(kind, question.field);
    if (!field || !view)
      throw new BadInput(
        'field',
        'The kind has no such field.',
        kindOf(kind).fields.map(({ key }) => key),
      );
    const looked = await this.look(actor, question);
    const { state, snapshot, at, knownAt, nodeId: unit } = looked;
    const explained = explain(snapshot, { kind, field: field.key, nodeId: unit, at, knownAt });
    return {
      field: view,
      effective: effectiveField(looked, field, rightsOf(actor, state, question)),
      candidates: explained.candidates.map((candidate) => candidateView(looked, candidate, explained)),
      runnerUp: explained.runnerUp && alternativeView(looked, explained.runnerUp),
      next: nextView(state, explained, await this.ahead(actor, looked, question)),
    };
  }

  /** What was planned then is not kept: with `knownAt`, only facts are told. */
  private ahead(actor: Actor, { state, nodeId: unit, at }: Looked, { knownAt }: RulesQuestion): Promise<PlannedEra[]> {
    if (knownAt != null) return Promise.resolve([]);
    return this.plans.eras(actor, state, { unit, after: Math.max(at, this.clock.now()) });
  }

  private async look(actor: Actor, { nodeId: unit, kind, at: asked, knownAt: then }: RulesQuestion): Promise<Looked> {
    const state = await this.engine.current();
    authorize(actor, 'rules.read', targetAt(state.tree, unit));
    const now = this.clock.now();
    const at = asked ?? now;
    const era = then == null && at > now ? await this.eraAt(actor, state, nodeId(unit), at) : null;
    const snapshot = era?.snapshot ?? (await this.engine.snapshotAt(state, at, now));
    const knownAt = era?.snapshot.epoch ?? (await this.engine.knownBy(state, then));
    const document = resolveIn(snapshot, kind, unit, at, knownAt);
    const exemptions = exemptionsOn(snapshot, { kind, unit, at, knownAt });
    return { state, snapshot, document, nodeId: nodeId(unit), at, knownAt, exemptions, plan: era?.plan ?? null };
  }

  /** P7: with what is planned to have been carried out by then, as far as the viewer may see it. */
  private async eraAt(actor: Actor, state: PolicyState, unit: NodeId, at: number): Promise<PlannedEra | null> {
    const eras = await this.plans.eras(actor, state, { unit, after: this.clock.now() });
    return eras.findLast(({ plan }) => plan.at <= at) ?? null;
  }
}

const isPresent = ({ at, knownAt }: RulesQuestion): boolean => at == null && knownAt == null;

/** Only the present can be edited; a branch's own people may not set every field. */
function rightsOf(actor: Actor, state: PolicyState, question: RulesQuestion): Rights {
  const target = targetAt(state.tree, question.nodeId);
  const maySet = isPresent(question) && may(actor, 'rules.setOwn', target);
  const isRulemaker = may(actor, 'rules.assign', target);
  return {
    maySet: (field) => maySet && (isRulemaker || field.branch !== 'no'),
    mayLift: (above) => isPresent(question) && may(actor, 'exemption.grant', targetAt(state.tree, above)),
  };
}

function actionsOn(actor: Actor, state: PolicyState, { nodeId: unit, kind }: RulesQuestion, now: number): string[] {
  const target = targetAt(state.tree, unit);
  const isSuspended = suspendedHere(state, unit, now) !== undefined;
  const sensible = {
    'rules.setOwn': true,
    'rules.assign': true,
    'rules.suspend': isSuspendable(kind) && !isSuspended,
    'rules.resume': isSuspendable(kind) && isSuspended,
  } as const;
  return (Object.keys(sensible) as (keyof typeof sensible)[]).filter((key) => sensible[key] && may(actor, key, target));
}

const valueWords: Record<ValueMark, string> = {
  applied: 'applied',
  overridden: 'overridden',
  'locked-by': 'lockedBy',
  'replaced-by-pilot': 'replacedByPilot',
  'not-yet': 'notYet',
  none: 'none',
};

function candidateView({ state, plan }: Looked, candidate: Candidate, { source }: Explanation): CandidateView {
  const winner = candidate.value === 'overridden' ? (source?.nodeId ?? null) : null;
  const pilotAt = candidate.value === 'replaced-by-pilot' ? candidate.nodeId : null;
  const beater = candidate.lockedBy ?? pilotAt ?? winner;
  return {
    source: sourceThen(state, candidate, plan),
    directive: candidate.directive,
    value: valueWords[candidate.value],
    guard: candidate.guard === 'in-force' ? 'inForce' : candidate.guard,
    lock: candidate.lock,
    beatenBy: beater === null ? null : nodeIn(state, beater),
  };
}

const alternativeView = (
  { state, plan }: Looked,
  { value, source }: NonNullable<Explanation['runnerUp']>,
): RuleAlternativeView => ({
  value,
  source: sourceThen(state, source, plan),
});
