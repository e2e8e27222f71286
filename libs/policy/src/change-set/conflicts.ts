import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { liveOn } from '../facts/node-facts.js';
import type { NodeFacts } from '../facts/node-facts.js';
import type { Recorded } from '../facts/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Epoch, Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';
import { isMovedSince } from './moves.js';
import type { AssignOperation, ExemptOperation, MoveOperation, Operation, RuleOperation, SetOwnOperation } from './operation.js';

/** An operation whose place somebody else has written since it was drafted. */
export interface Conflict {
  /** Null: the unit stands under another parent than the one it was to be moved from. */
  readonly kind: KindKey | null;
  readonly nodeId: NodeId;
  /** The fields that both touch; null: the whole of what a unit was assigned, or its place. */
  readonly fields: readonly FieldKey[] | null;
}

/**
 * P10, law 21: what was recorded, or withdrawn, after the base epoch and touches what the operations touch. Edits of other fields of
 * one own track are no conflict: they merge. What is scheduled there for later than `at` is one, as the edit would cover it.
 */
export function conflictsSince(snapshot: PolicySnapshot, operations: readonly Operation[], base: Epoch, at: Instant): Conflict[] {
  const since = { base, at, epoch: snapshot.epoch };
  return operations.flatMap((operation) =>
    operation.verb === 'move' ? placeConflicts(snapshot, operation) : ruleConflicts(snapshot, operation, since),
  );
}

const placeConflicts = (snapshot: PolicySnapshot, operation: MoveOperation): Conflict[] =>
  isMovedSince(snapshot, operation) ? [{ kind: null, nodeId: operation.nodeId, fields: null }] : [];

function ruleConflicts(snapshot: PolicySnapshot, operation: RuleOperation, since: Since): Conflict[] {
  const { kind, nodeId } = operation;
  if (snapshot.tree.positionOf(nodeId) < 0) return [];
  const fields = fieldsInConflict(snapshot.factsOf(kind, nodeId), operation, since);
  return fields !== null && fields.length === 0 ? [] : [{ kind, nodeId, fields }];
}

interface Since {
  readonly base: Epoch;
  readonly at: Instant;
  readonly epoch: Epoch;
}

function fieldsInConflict(facts: NodeFacts, operation: RuleOperation, since: Since): readonly FieldKey[] | null {
  switch (operation.verb) {
    case 'assign':
      return isOverwritten(facts, operation, since) ? null : [];
    case 'setOwn':
      return ownFields(facts, operation, since);
    case 'exempt':
      return exemptedFields(facts, operation, since);
  }
}

const isWritten = ({ recordedFrom, recordedTo }: Recorded, { base }: Since): boolean =>
  recordedFrom > base || (recordedTo !== null && recordedTo > base);

/** A version replaces another one whole, so any other assignment in its time touches it. */
const isOverwritten = (facts: NodeFacts, { to }: AssignOperation, since: Since): boolean =>
  facts.library.some(
    ({ assignment }) =>
      isWritten(assignment, since) &&
      (assignment.to === null || since.at < assignment.to) &&
      (to === null || assignment.from < to),
  );

function ownFields(facts: NodeFacts, { changes }: SetOwnOperation, since: Since): FieldKey[] {
  const edited = Object.keys(changes) as FieldKey[];
  const isScheduled = facts.own.some(
    ({ assignment }) => isWritten(assignment, since) && assignment.recordedTo === null && assignment.from > since.at,
  );
  if (isScheduled) return edited;
  const [old, now] = [since.base, since.epoch].map((epoch) => liveOn(facts, 'own', since.at, epoch)?.version?.directives ?? {});
  return edited.filter((key) => !sameValue(old?.[key], now?.[key]));
}

const exemptedFields = (facts: NodeFacts, { fields, ancestorId }: ExemptOperation, since: Since): FieldKey[] =>
  fields.filter((field) =>
    facts.exemptions.some(
      (exemption) => isWritten(exemption, since) && exemption.ancestorId === ancestorId && exemption.fields.includes(field),
    ),
  );
