import { nodeId } from '@headwater/org-tree';
import {
  kindOf,
  sameValue,
  stateOf,
  type Field,
  type FieldState,
  type KindKey,
  type PolicyDocument,
  type PolicySnapshot,
  type PromiseContent,
} from '@headwater/policy';
import { DomainError } from '../common/errors.js';
import { exemptionsOn, exemptionView } from '../policies/exemptions-on.js';
import { nodeIn, speakerAt } from '../policies/naming.js';
import { resolveIn } from '../policies/policy-engine.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { provenanceOf } from '../policies/provenance.js';
import { actedBy } from '../policies/review-of.service.js';
import type { RuleExemptionView } from '../policies/rules.types.js';
import type { PromiseHoldTold } from '../policies/promise-holds.service.js';
import type {
  OrderKindRulesView,
  OrderRuleFieldView,
  OrderRuleLockView,
  OrderRuleSinceView,
  OrderSuspensionView,
} from './order-rules.view.js';

/** Where and when an order was paid, and by what was known; the snapshot is over the organization of then. */
export interface PaidAt {
  readonly state: PolicyState;
  readonly snapshot: PolicySnapshot;
  readonly nodeId: string;
  readonly at: number;
  readonly epoch: number;
}

/** The rules of the unit at payment; null documents where it was not there to have any. */
interface Resolved {
  readonly then: PolicyDocument | null;
  readonly now: PolicyDocument | null;
}

/** A frozen promise beside what resolving says of that instant: as known then, which has to be the same, and as known now. */
export function kindTrail(
  paid: PaidAt,
  hash: string,
  content: PromiseContent,
  hold: PromiseHoldTold | null = null,
): OrderKindRulesView {
  const { kind, suspended } = content;
  const frozen = new Map(Object.entries(content.values));
  const resolved = { then: resolvedAt(paid, kind, paid.epoch), now: resolvedAt(paid, kind) };
  const fields = kindOf(kind)
    .fields.filter(({ key }) => frozen.has(key))
    .map((field) => fieldTrail(paid, kind, field, frozen.get(field.key), resolved));
  const isSuspended = resolved.then?.suspension != null || hold !== null;
  const isSuspendedAlike = resolved.then !== null && isSuspended === suspended;
  const suspension = suspensionTrail(paid, resolved.then) ?? (hold && holdTrail(paid, hold));
  const reproduced = isSuspendedAlike && fields.every((field) => field.reproduced);
  return { kind, hash, suspended, suspension: isSuspendedAlike ? suspension : null, reproduced, fields };
}

function suspensionTrail({ state }: PaidAt, then: PolicyDocument | null): OrderSuspensionView | null {
  const row = then?.suspension ? state.book.suspensions.get(then.suspension.id) : undefined;
  if (!row) return null;
  const { reason, authorName, validFrom: from } = row;
  return { node: nodeIn(state, row.nodeId), reason, authorName, from, budget: null, acted: actedBy('suspend', row) };
}

/** S5: the order itself says which budget had been used up; nothing has to be reckoned anew. */
const holdTrail = ({ state }: PaidAt, { nodeId: unit, ...told }: PromiseHoldTold): OrderSuspensionView => ({
  ...told,
  node: nodeIn(state, unit),
  acted: null,
});

function resolvedAt({ snapshot, nodeId, at }: PaidAt, kind: KindKey, knownAt?: number): PolicyDocument | null {
  try {
    return resolveIn(snapshot, kind, nodeId, at, knownAt);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function fieldTrail(paid: PaidAt, kind: KindKey, { key }: Field, value: unknown, { then, now }: Resolved): OrderRuleFieldView {
  const found = then && stateOf(then, key);
  const isReproduced = found != null && sameValue(found.value, value);
  return {
    ...{ key, value, reproduced: isReproduced },
    by: isReproduced ? provenanceOf(paid.state, found.source?.assignmentId ?? null) : null,
    lock: isReproduced ? lockTrail(paid, kind, key, found) : null,
    exemptions: isReproduced ? exemptionTrail(paid, kind, key) : [],
    since: sinceTrail(paid, value, now && (stateOf(now, key) ?? null)),
  };
}

function lockTrail(
  { state, snapshot, nodeId: unit, at, epoch }: PaidAt,
  kind: KindKey,
  field: string,
  { lock }: FieldState,
): OrderRuleLockView | null {
  if (lock === null) return null;
  const place = { kind, field, nodeId: lock, at, knownAt: epoch, forNode: nodeId(unit), over: snapshot };
  const speaker = speakerAt(state, place, 'lock');
  return { node: nodeIn(state, lock), by: provenanceOf(state, speaker?.assignmentId ?? null) };
}

function exemptionTrail({ state, snapshot, nodeId: unit, at, epoch }: PaidAt, kind: KindKey, field: string): RuleExemptionView[] {
  const held = exemptionsOn(snapshot, { kind, unit, at, knownAt: epoch });
  return held.filter(({ fields }) => fields.some((key) => key === field)).map((each) => exemptionView(state, each));
}

function sinceTrail({ state }: PaidAt, value: unknown, found: FieldState | null): OrderRuleSinceView | null {
  if (found === null || sameValue(found.value, value)) return null;
  return { value: found.value, by: provenanceOf(state, found.source?.assignmentId ?? null) };
}
