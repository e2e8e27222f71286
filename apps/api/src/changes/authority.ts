import type { Operation } from '@headwater/policy';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { NotFound } from '../common/errors.js';
import { authorizeMove, unitsToAnswerFor } from '../org/authority.js';
import { answerFor } from '../policies/exemption.service.js';
import { loadVersion, type LoadedVersion } from '../policies/load-library.js';
import { ASSIGNABLE } from '../policies/assignment.service.js';
import type { PolicyState } from '../policies/policy-state.js';
import { WrongVersionStatus } from '../policies/errors.js';

/** Each operation by itself has to be one that the actor may do. @throws NotFound, Forbidden, WrongVersionStatus */
export async function authorizeOperations(
  tx: EntityManager,
  actor: Actor,
  state: PolicyState,
  operations: readonly Operation[],
): Promise<void> {
  const versions = new Map<string, LoadedVersion>();
  for (const operation of operations) {
    if (operation.verb === 'assign') await authorizeAssign(tx, actor, state, operation, versions);
    if (operation.verb === 'setOwn') authorize(actor, 'rules.assign', targetAt(state.tree, operation.nodeId));
    if (operation.verb === 'exempt') authorizeExempt(actor, state, operation);
    if (operation.verb === 'move') authorizeMove(actor, state.tree, operation.nodeId, operation.parentId);
  }
}

type Of<V extends Operation['verb']> = Extract<Operation, { verb: V }>;

/** @param versions those read before: many operations of a set name the same */
async function authorizeAssign(
  tx: EntityManager,
  actor: Actor,
  state: PolicyState,
  { nodeId, kind, versionId }: Of<'assign'>,
  versions: Map<string, LoadedVersion>,
): Promise<void> {
  authorize(actor, 'rules.assign', targetAt(state.tree, nodeId));
  if (versionId === null) return;
  const loaded = versions.get(versionId) ?? (await loadVersion(tx, versionId));
  versions.set(versionId, loaded);
  const { policy, version } = loaded;
  authorize(actor, 'policy.assign', targetAt(state.tree, policy.ownerNodeId, 'policy', policy.id));
  if (version.kind !== kind) throw new NotFound('version', version.id);
  if (!isAssignable(version.status)) throw new WrongVersionStatus(version.status, ASSIGNABLE);
}

export const isAssignable = (status: string): boolean => ASSIGNABLE.some((each) => each === status);

function authorizeExempt(actor: Actor, state: PolicyState, { nodeId, ancestorId }: Of<'exempt'>): void {
  authorize(actor, 'exemption.read', targetAt(state.tree, nodeId));
  if (!state.tree.node(ancestorId)) throw new NotFound('unit', ancestorId);
  answerFor(actor, 'exemption.grant', state, ancestorId);
}

/** An approver answers for every unit that the set changes, for whoever's lock it lifts, and for what a move leaves and comes under. */
export const answersFor = (actor: Actor, state: PolicyState, operations: readonly Operation[]): boolean =>
  operations
    .flatMap((operation) => [operation.nodeId, ...othersConcerned(state, operation)])
    .every((unit) => state.tree.node(unit) !== undefined && may(actor, 'changeSet.approve', targetAt(state.tree, unit)));

function othersConcerned({ tree }: PolicyState, operation: Operation): string[] {
  if (operation.verb === 'exempt') return [operation.ancestorId];
  if (operation.verb !== 'move') return [];
  return unitsToAnswerFor(tree, operation.nodeId, operation.parentId).map(({ id }) => id);
}

/** The lowest unit above all that the operations change. */
export function topOf({ tree }: PolicyState, operations: readonly Operation[]): string {
  const paths = operations
    .flatMap((operation) => (operation.verb === 'move' ? [operation.nodeId, operation.parentId] : [operation.nodeId]))
    .map((unit) => tree.pathOf(unit));
  const [first = []] = paths;
  const shared = first.filter((unit, depth) => paths.every((path) => path[depth] === unit));
  return shared.at(-1) ?? tree.root.id;
}
