import { responsibleFor } from '../org/responsible.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';

/** Ids from HQ down to the unit that answers for this one's orders and cases today: itself, or an archived one's successor. */
export const responsiblePath = (tree: TreeSnapshot, nodeId: string): string[] =>
  tree.path(responsibleFor(tree, nodeId)?.id ?? nodeId).map(({ id }) => id);
