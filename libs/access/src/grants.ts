import type { NodeId, NodeType } from '@headwater/org-tree';

import { ROLE_PERMISSIONS, type Role } from './roles.js';
import type { Permission } from './permissions.js';

/** O4: a role held at a unit. It reaches that unit's subtree. */
export interface Grant {
  readonly role: Role;
  readonly nodeId: NodeId;
}

/** What access needs to know of the organization; org-tree's `Tree` is one. */
export interface OrgPaths {
  has(id: NodeId): boolean;
  /** From the root down to the unit itself. */
  pathOf(id: NodeId): readonly NodeId[];
}

/** Unit types a role makes sense at. Branch roles may stand at any unit: someone runs the three stores of a mall. */
const PLACES: Readonly<Record<Role, readonly NodeType[]>> = {
  administrator: ['headquarters'],
  operator: ['headquarters'],
  finance: ['headquarters'],
  auditor: ['headquarters'],
  regionalManager: ['region', 'mall', 'partner'],
  storeManager: ['headquarters', 'region', 'mall', 'partner', 'store'],
  storeStaff: ['headquarters', 'region', 'mall', 'partner', 'store'],
};

/** The types of unit at which a role may be held. */
export function placesOf(role: Role): readonly NodeType[] {
  return PLACES[role];
}

export function mayHoldAt(role: Role, type: NodeType): boolean {
  return PLACES[role].includes(type);
}

/** The top-most of the units, each once, in the order given: what the others reach, these reach too. Unknown units reach nothing. */
export function topMost(nodes: readonly NodeId[], tree: OrgPaths): NodeId[] {
  const known = [...new Set(nodes)].filter((node) => tree.has(node));
  const held = new Set(known);
  return known.filter((node) => !tree.pathOf(node).some((above) => above !== node && held.has(above)));
}

/** The fewest units whose subtrees together are where the grants give the permission. Empty: nowhere. */
export function visibleNodeRoots(grants: readonly Grant[], permission: Permission, tree: OrgPaths): NodeId[] {
  const giving = grants.filter((grant) => ROLE_PERMISSIONS[grant.role].includes(permission));
  return topMost(
    giving.map((grant) => grant.nodeId),
    tree,
  );
}
