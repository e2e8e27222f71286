import { checkDocuments, checkAssignment } from '../change/check-assignment.js';
import { checkExemption } from '../change/check-exemption.js';
import type { ProposedExemption } from '../change/check-exemption.js';
import { checkOwn, ownProposal } from '../change/check-own.js';
import { checkChanges } from '../change/directives.js';
import { placeProblems, supposing } from '../change/proposal.js';
import type { Proposal } from '../change/proposal.js';
import { supposingOwn } from '../change/rebase-own.js';
import type { PolicyProblem } from '../check/problem.js';
import { PolicyError } from '../errors.js';
import { assignmentId, exemptionId } from '../ids.js';
import type { PolicyVersion } from '../facts/types.js';
import type { PolicySnapshot } from '../snapshot/snapshot.js';
import type { Instant } from '../time.js';
import { checkMovedRules, checkPlannedMove, movedOver } from './moves.js';
import type { MoveProblem } from './moves.js';
import type { AssignOperation, ExemptOperation, MoveOperation, Operation, RuleOperation, SetOwnOperation } from './operation.js';

/** What carrying out an operation records. */
export type Recording =
  { readonly assignment: Proposal } | { readonly exemption: ProposedExemption } | { readonly move: MoveOperation };

/** One operation of a change set, carried out in thought after those before it. */
export interface Step {
  readonly operation: Operation;
  readonly from: Instant;
  readonly before: PolicySnapshot;
  readonly after: PolicySnapshot;
  /** Rules that it would break. With any problem `after` is as `before`. */
  readonly problems: readonly PolicyProblem[];
  /** Why the organization does not allow a move. */
  readonly moveProblems: readonly MoveProblem[];
  /** Null: it may not be carried out. */
  readonly recording: Recording | null;
}

/**
 * P10: the operations of a change set one after the other, each judged over what those before it leave.
 * @throws PolicyError UNKNOWN_VERSION
 */
export function stepsOf(snapshot: PolicySnapshot, operations: readonly Operation[], at: Instant): Step[] {
  const steps: Step[] = [];
  const places = new Set<string>();
  for (const [index, operation] of operations.entries()) {
    const before = steps.at(-1)?.after ?? snapshot;
    const place = placeOf(operation);
    steps.push(places.has(place) ? saidTwice({ operation, before, at }) : stepOf({ operation, before, at }, index));
    places.add(place);
  }
  return steps;
}

interface Turn<O extends Operation = Operation> {
  readonly operation: O;
  readonly before: PolicySnapshot;
  readonly at: Instant;
}

/** Two operations of one place would hide one another: a set says a thing once. */
function placeOf(operation: Operation): string {
  const { verb, nodeId } = operation;
  if (verb === 'move') return [verb, nodeId].join(' ');
  return [verb, operation.kind, nodeId, verb === 'exempt' ? operation.ancestorId : ''].join(' ');
}

function saidTwice(turn: Turn): Step {
  const { operation, at } = turn;
  const { nodeId } = operation;
  if (operation.verb === 'move') return notMoved(turn, [{ code: 'SAID_TWICE', nodeIds: [nodeId] }]);
  return refused(turn, [{ code: 'SAID_TWICE', kind: operation.kind, field: null, path: '', allowed: null, nodeId, at }]);
}

function stepOf({ operation, before, at }: Turn, index: number): Step {
  switch (operation.verb) {
    case 'assign':
      return assigning({ operation, before, at }, index);
    case 'setOwn':
      return settingOwn({ operation, before, at }, index);
    case 'exempt':
      return exempting({ operation, before, at }, index);
    case 'move':
      return moving({ operation, before, at });
  }
}

function assigning(turn: Turn<AssignOperation>, index: number): Step {
  const { kind, nodeId, versionId, to } = turn.operation;
  const version = versionId === null ? null : versionOf(turn.before, versionId);
  const proposal: Proposal = { kind, nodeId, track: 'library', version, from: turn.at, to };
  return proposing(turn, proposal, checkAssignment(turn.before, proposal), index);
}

function versionOf(snapshot: PolicySnapshot, id: PolicyVersion['id']): PolicyVersion {
  const version = snapshot.version(id);
  if (!version) throw new PolicyError('UNKNOWN_VERSION', id);
  return version;
}

function settingOwn(turn: Turn<SetOwnOperation>, index: number): Step {
  const { kind, nodeId, changes } = turn.operation;
  const misplaced = placeProblems(turn.before, { kind, nodeId, from: turn.at, to: null });
  const early = misplaced.length > 0 ? misplaced : checkChanges(kind, changes).map((problem) => ({ ...problem, nodeId }));
  if (early.length > 0) return refused(turn, early);
  const proposal = ownProposal(turn.before, { kind, nodeId }, changes, turn.at);
  return proposing(turn, proposal, checkOwn(turn.before, proposal), index);
}

function proposing(turn: Turn<RuleOperation>, proposal: Proposal, problems: PolicyProblem[], index: number): Step {
  if (problems.length > 0) return refused(turn, problems);
  const named = { ...proposal, id: assignmentId(`~${String(index)}`) };
  const after = proposal.track === 'own' ? supposingOwn(turn.before, named) : supposing(turn.before, named);
  return done(turn, after, { assignment: proposal });
}

function exempting(turn: Turn<ExemptOperation>, index: number): Step {
  const { verb: _verb, ...place } = turn.operation;
  const proposed = { ...place, from: turn.at };
  const problems = checkExemption(turn.before, proposed);
  if (problems.length > 0) return refused(turn, problems);
  const epoch = turn.before.epoch + 1;
  const supposed = { ...proposed, id: exemptionId(`~${String(index)}`), recordedFrom: epoch, recordedTo: null };
  const after = turn.before.withFacts({ exemptions: [supposed] }, epoch);
  const broken = checkDocuments(turn.before, after, proposed);
  return broken.length > 0 ? refused(turn, broken) : done(turn, after, { exemption: proposed });
}

function moving(turn: Turn<MoveOperation>): Step {
  const { operation, before, at } = turn;
  const misplaced = checkPlannedMove(before.tree, operation);
  if (misplaced.length > 0) return notMoved(turn, misplaced);
  const after = movedOver(before, operation);
  const broken = checkMovedRules(before, after, operation.nodeId, at);
  return broken.length > 0 ? refused(turn, broken) : done(turn, after, { move: operation });
}

const done = ({ operation, before, at }: Turn, after: PolicySnapshot, recording: Recording): Step => ({
  ...{ operation, from: at, before, after, problems: [], moveProblems: [], recording },
});

const refused = ({ operation, before, at }: Turn, problems: readonly PolicyProblem[]): Step => ({
  ...{ operation, from: at, before, after: before, problems, moveProblems: [], recording: null },
});

const notMoved = (turn: Turn, moveProblems: readonly MoveProblem[]): Step => ({ ...refused(turn, []), moveProblems });
