import type { RuleField, RuleSource } from './documents';
import type { Problem } from './problemText';
import type { Directive, Guard } from './values';
import type { Verb } from './directives';

/** What a field has without the directive being edited; null where that is out of the viewer's reach. */
export interface Inherited {
  readonly value: unknown;
  readonly source: RuleSource;
}

/** A lock from above that the directive cannot beat. */
export interface LockAbove {
  readonly node: { readonly id: string; readonly name: string };
  readonly source: RuleSource;
}

/** One field of a version, or of a unit's own rules, while it is edited. */
export interface RowModel {
  readonly field: RuleField;
  readonly directive: Directive | undefined;
  readonly inherited: Inherited | null;
  readonly lock: LockAbove | null;
  /** Bounds in force from above, and who set them. */
  readonly guard: unknown;
  readonly guardBy: readonly RuleSource[];
  readonly editable: boolean;
  readonly mayLock: boolean;
  /** Differs from what is saved. */
  readonly changed: boolean;
  readonly problems: readonly Problem[];
}

export interface RowEvents {
  readonly onVerb: (verb: Verb, value?: unknown) => void;
  readonly onLock: (locked: boolean) => void;
  readonly onGuard: (guard: Guard | null) => void;
}
