import { nodeId } from '@headwater/org-tree';
import { checkAssignment, checkDocuments, supposing, type PolicyProblem, type Proposal } from '@headwater/policy';
import type { Weighed } from '../policies/approval.service.js';
import { assignmentsCovered } from '../policies/assignment.service.js';
import { countEffect, type EffectPart } from '../policies/effects.js';
import { toAssignment } from '../policies/fact-book.js';
import type { PolicyAssignment } from '../policies/policy.entity.js';
import type { PolicyState } from '../policies/policy-state.js';

/** What a step does to the facts: the pilot that stands ends now, and something is assigned in its place. */
export interface Plan {
  /** The pilot of the step before; null before the first. */
  readonly held: PolicyAssignment | null;
  /** The next pilot, or the version for everyone; null: nothing, so that what lay beneath holds again. */
  readonly proposal: Proposal | null;
}

export interface Foreseen {
  readonly problems: readonly PolicyProblem[];
  readonly effect: EffectPart;
}

/** A pilot that ends, as two records: the one that is withdrawn, and one that says it held until now. The second has the id given. */
export function ended(row: PolicyAssignment, epoch: number, now: number, id: string): PolicyAssignment[] {
  const withdrawn = { ...row, recordedTo: epoch };
  if (row.validFrom >= now) return [withdrawn];
  return [withdrawn, { ...row, id, validTo: now, recordedFrom: epoch, recordedTo: null, recordedAt: now }];
}

/** Why a step would be refused, and what it does to the branches of the unit. */
export function foresee(state: PolicyState, { held, proposal }: Plan, now: number): Foreseen {
  const before = state.snapshot;
  const epoch = before.epoch + 1;
  const base = held ? before.withFacts({ assignments: ended(held, epoch, now, 'ended').map(toAssignment) }, epoch) : before;
  const after = proposal ? supposing(base, proposal) : base;
  const { kind, nodeId: unit } = proposal ?? { kind: held?.kind ?? 'afterSalesRules', nodeId: nodeId(held?.nodeId ?? '') };
  const span = { kind, nodeId: unit, from: now, to: null };
  const problems = proposal ? checkAssignment(base, proposal) : checkDocuments(before, after, span);
  const effect = countEffect(state, { kind, nodeId: unit, before, after, at: now, alreadySo: 'same' });
  return { problems, effect: { ...effect, covers: covered(state, proposal, now) } };
}

/** What an assignment to everyone would cover; a pilot covers nothing, it stands beside. */
const covered = (state: PolicyState, proposal: Proposal | null, now: number): EffectPart['covers'] =>
  proposal && proposal.cohort == null ? assignmentsCovered(state, proposal, now) : [];

/** P10: what a step is weighed by; a pilot is withdrawn at once, as a suspension acts at once. */
export const weighed = ({ proposal }: Plan, { changed, latent }: EffectPart): Weighed | null =>
  proposal && {
    ...{ kind: proposal.kind, nodeId: proposal.nodeId, changed: changed + latent },
    said: proposal.version ? [proposal.version.directives] : [],
  };
