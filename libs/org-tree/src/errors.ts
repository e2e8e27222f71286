import type { NodeId } from './types.js';

export type TreeErrorCode = 'NO_ROOT' | 'SEVERAL_ROOTS' | 'DUPLICATE_NODE' | 'UNKNOWN_PARENT' | 'CYCLE' | 'UNKNOWN_NODE';

/** Nodes that make no tree, or a question about a node that is not in it. `nodeIds` are the ones to blame. */
export class TreeError extends Error {
  override readonly name = 'TreeError';

  constructor(
    readonly code: TreeErrorCode,
    readonly nodeIds: readonly NodeId[],
  ) {
    super(nodeIds.length > 0 ? `${code}: ${nodeIds.slice(0, 5).join(', ')}` : code);
  }
}
