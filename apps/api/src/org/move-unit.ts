import { checkMove, nodeId } from '@headwater/org-tree';
import { IsNull, type EntityManager } from 'typeorm';
import { withMeanwhile } from '../audit/meanwhile.js';
import { newId } from '../common/ids.js';
import { updateVersioned } from '../database/database.js';
import { OrgNode, OrgParent } from '../tree/org-node.entity.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { shiftSubtree } from './follow.js';
import { trailOf } from './meanwhile.js';
import { refuse } from './refuse.js';

/** A unit and the version of it that the caller saw. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** One change of the organization: a transaction that has taken its epoch. */
export interface Turn {
  readonly tx: EntityManager;
  readonly now: number;
  readonly epoch: number;
  /** The organization as nobody else can change it before the commit. */
  readonly snapshot: TreeSnapshot;
}

/** Where a unit came from and went to, as an event tells of it. */
export interface Moved {
  readonly from: { readonly id: string; readonly name: string } | null;
  readonly to: { readonly id: string; readonly name: string } | null;
}

/**
 * Moves a unit with all below it, for whoever was found to have the authority; null where it stands there already.
 * @throws TreeRefused, StaleVersion
 */
export async function moveUnit(turn: Turn, seen: Seen, parentId: string): Promise<Moved | null> {
  const { tx, snapshot, epoch, now } = turn;
  refuse(snapshot, checkMove(snapshot.tree, nodeId(seen.id), nodeId(parentId)));
  const node = snapshot.require(seen.id);
  if (node.parentId === parentId) return null;
  await updateUnit(turn, seen, { parentId });
  const shift = { oldDepth: node.depth, above: snapshot.pathOf(nodeId(parentId)) };
  await shiftSubtree(tx, { before: snapshot, top: node.id, shift, epoch });
  await tx.update(OrgParent, { nodeId: seen.id, to: IsNull() }, { to: now });
  await tx.insert(OrgParent, { id: newId(now), nodeId: seen.id, parentId, from: now, to: null, epoch });
  return { from: named(snapshot, node.parentId), to: named(snapshot, parentId) };
}

export async function updateUnit({ tx, epoch }: Turn, seen: Seen, patch: Partial<OrgNode>): Promise<void> {
  await withMeanwhile(tx, trailOf(tx, seen.id), () => updateVersioned(tx, OrgNode, seen, { ...patch, epoch }, 'unit'));
}

/** A unit as an event tells of it. */
export const named = (snapshot: TreeSnapshot, id: string | null): { id: string; name: string } | null =>
  id === null ? null : { id, name: snapshot.require(id).name };
