import type { NodeId } from '@headwater/org-tree';
import { sameValue } from '../canonical.js';
import { liveOn } from '../facts/node-facts.js';
import type { NodeFacts } from '../facts/node-facts.js';
import type { Recorded } from '../facts/types.js';
import { scheduledAfter } from '../change/rebase-own.js';
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
 * one own track are no conflict: they merge, under what is scheduled there for later too.
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
  const said = (epoch: Epoch) => saidOfEach(facts, since.at, epoch);
  const [old, now] = [said(since.base), said(since.epoch)];
  return (Object.keys(changes) as FieldKey[]).filter((key) => !sameValue(old(key), now(key)));
}

/** What the own track says of a field at an instant, and each time it is scheduled to say something else of it. */
function saidOfEach(facts: NodeFacts, at: Instant, epoch: Epoch) {
  const live = liveOn(facts, 'own', at, epoch)?.version?.directives;
  const later = scheduledAfter(facts, at, epoch).map(({ own, changes }) => ({ from: own.assignment.from, changes }));
  return (key: FieldKey) => [
    live?.[key],
    later.filter(({ changes }) => key in changes).map(({ from, changes }) => ({ from, change: changes[key] })),
  ];
}

const exemptedFields = (facts: NodeFacts, { fields, ancestorId }: ExemptOperation, since: Since): FieldKey[] =>
  fields.filter((field) =>
    facts.exemptions.some(
      (exemption) => isWritten(exemption, since) && exemption.ancestorId === ancestorId && exemption.fields.includes(field),
    ),
  );
