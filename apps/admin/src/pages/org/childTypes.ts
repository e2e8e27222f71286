import type { NodeType } from './documents';

/** What may be made below a unit, as libs/org-tree has it; the API has the last word. */
export const childTypes: Readonly<Record<NodeType, readonly NodeType[]>> = {
  headquarters: ['region', 'mall', 'supplier', 'partner'],
  region: ['region', 'mall', 'store', 'partner'],
  mall: ['store'],
  partner: ['store'],
  store: [],
  supplier: [],
};
