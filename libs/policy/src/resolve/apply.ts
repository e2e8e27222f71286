import type { NodeId } from '@headwater/org-tree';
import type { Directive } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { fit } from './fit.js';
import { hardGuard, narrow, narrowedBy } from './guard.js';
import type { FieldValue } from '../values/types.js';
import type { FieldState, GuardMark, LockMark, Source } from './types.js';

/** A field before anything on the path has spoken: the product's default. */
export const untouched = (field: Field): FieldState => ({
  value: field.default,
  source: null,
  lock: null,
  guard: hardGuard(field),
  guards: [],
  adjusted: null,
});

/** A field after a directive, and what became of the directive's parts. */
export interface Applied {
  readonly state: FieldState;
  readonly guard: GuardMark;
  readonly lock: LockMark;
  /** Whether it gave the field its value, for now. */
  readonly sets: boolean;
}

/** One step of the fold: a lock freezes value and guards; else guard first, then value, then the fit, then the lock. */
export function applyDirective(field: Field, before: FieldState, directive: Directive, place: Source): Applied {
  if (before.lock !== null) return { state: before, guard: 'none', lock: directive.lock ? 'beaten' : 'none', sets: false };
  const { guard } = directive;
  const narrowed = guard && narrow(before.guard, guard, place.nodeId);
  const guards = narrowed ? [...before.guards, { nodeId: place.nodeId, guard }] : before.guards;
  const guarded = narrowed ? { ...before, guard: narrowed, guards } : before;
  const state = fitted(assigned(field, guarded, directive, place));
  return {
    state: directive.lock ? { ...state, lock: place.nodeId } : state,
    guard: narrowed === undefined ? 'none' : narrowed === null ? 'conflict' : 'in-force',
    lock: directive.lock ? 'holds' : 'none',
    sets: speaks(directive),
  };
}

/** One step of the fold where an exemption stands: the ancestor's lock and guards are gone, the value stays as it is (law 8). */
export function lift(field: Field, before: FieldState, ancestor: NodeId): FieldState {
  const guards = before.guards.filter(({ nodeId }) => nodeId !== ancestor);
  if (before.lock !== ancestor && guards.length === before.guards.length) return before;
  return { ...before, lock: before.lock === ancestor ? null : before.lock, guards, guard: narrowedBy(field, guards) };
}

/** Whether a directive gives a value, be it the default. */
const speaks = (directive: Directive): boolean => directive.set !== undefined || directive.reset === true;

/** The value a directive gives, be it the default; undefined where it only locks or bounds. */
export function wantedBy(field: Field, { set, reset }: Directive): FieldValue | undefined {
  return set === undefined && reset ? field.default : set;
}

function assigned(field: Field, state: FieldState, directive: Directive, source: Source): FieldState {
  const wanted = wantedBy(field, directive);
  return wanted === undefined ? state : { ...state, value: wanted, source, adjusted: null };
}

function fitted(state: FieldState): FieldState {
  const { value, by } = fit(state.value, state.guard);
  if (by === undefined) return state;
  return { ...state, value, adjusted: { wanted: state.adjusted ? state.adjusted.wanted : state.value, by } };
}
