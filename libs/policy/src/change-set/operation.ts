import type { NodeId } from '@headwater/org-tree';
import type { DirectiveChanges } from '../change/directives.js';
import type { VersionId } from '../ids.js';
import type { Instant } from '../time.js';
import type { FieldKey, KindKey } from '../values/types.js';

/** A library version, or nothing (back to inherit), for a unit, from the change set's date until `to`. */
export interface AssignOperation {
  readonly verb: 'assign';
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly versionId: VersionId | null;
  readonly to: Instant | null;
}

/** An edit of a unit's own track. Fields that it does not name stay as they are when it is carried out. */
export interface SetOwnOperation {
  readonly verb: 'setOwn';
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly changes: DirectiveChanges;
}

/** P12: an ancestor's lock or guard lifted at a unit until `to`. */
export interface ExemptOperation {
  readonly verb: 'exempt';
  readonly kind: KindKey;
  readonly nodeId: NodeId;
  readonly ancestorId: NodeId;
  readonly fields: readonly FieldKey[];
  readonly to: Instant;
}

/** O2: a unit, with all below it, under another parent. It acts when it is carried out: no fact of the future can say it. */
export interface MoveOperation {
  readonly verb: 'move';
  readonly nodeId: NodeId;
  readonly parentId: NodeId;
  /** Where it stood when the move was planned. */
  readonly fromParentId: NodeId;
}

/** An edit of the rules of one kind. */
export type RuleOperation = AssignOperation | SetOwnOperation | ExemptOperation;

/** One edit of a change set (P10). All of a set's edits take effect together, at its date. */
export type Operation = RuleOperation | MoveOperation;

/** What its people write of a change set, and its approval is bound to. */
export interface ChangeSetContent {
  readonly title: string;
  readonly notes: string;
  /** Null: as soon as it is carried out. */
  readonly effectiveAt: Instant | null;
  readonly operations: readonly Operation[];
}
