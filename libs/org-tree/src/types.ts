/** Identity of a unit in the organization (a ULID). */
export type NodeId = string & { readonly __id: 'node' };

/** Marks a string that is known to name a unit. */
export const nodeId = (raw: string): NodeId => raw as NodeId;

/** O1: the unit types, the root's first. */
export const nodeTypes = ['headquarters', 'region', 'mall', 'store', 'supplier', 'partner'] as const;
export type NodeType = (typeof nodeTypes)[number];

/** O2: levels allowed under HQ; HQ itself is level 0. */
export const MAX_DEPTH = 8;

/** A unit with its place. `archivedAt` is a UTC epoch in ms, null or absent while the unit is active. */
export interface TreeNode {
  readonly id: NodeId;
  readonly parentId: NodeId | null;
  readonly type: NodeType;
  readonly archivedAt?: number | null;
}
