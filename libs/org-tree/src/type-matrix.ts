import type { NodeType } from './types.js';

const mayHold: Record<NodeType, readonly NodeType[]> = {
  headquarters: ['region', 'mall', 'supplier', 'partner'],
  region: ['region', 'mall', 'store', 'partner'],
  mall: ['store'],
  partner: ['store'],
  store: [],
  supplier: [],
};

/** A branch is a unit that works cases. Malls, partners and regions only group them. */
export const isBranch = (type: NodeType): boolean => type === 'store';

/** O1: whether a unit of type `child` may stand directly under one of type `parent`. */
export const mayStandUnder = (child: NodeType, parent: NodeType): boolean => mayHold[parent].includes(child);

/** The types that may stand directly under `parent`, in the order of `nodeTypes`. */
export const childTypesOf = (parent: NodeType): readonly NodeType[] => mayHold[parent];
