import type { NodeId, NodeType } from './types.js';

export type TreeProblemCode =
  | 'UNKNOWN_NODE'
  | 'UNKNOWN_PARENT'
  | 'ROOT_IS_FIXED'
  | 'CYCLE'
  | 'PARENT_ARCHIVED'
  | 'TYPE_NOT_ALLOWED'
  | 'TOO_DEEP'
  | 'ALREADY_ARCHIVED'
  | 'NOT_ARCHIVED'
  | 'HAS_ACTIVE_CHILDREN';

/** Why a structural change is refused. `nodeIds` are the units to blame; `allowed` says what would do instead. */
export interface TreeProblem {
  readonly code: TreeProblemCode;
  readonly nodeIds: readonly NodeId[];
  /** TYPE_NOT_ALLOWED: the types that may stand there. TOO_DEEP: the deepest level. */
  readonly allowed?: readonly NodeType[] | number;
}
