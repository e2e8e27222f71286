import { nodeId } from '@headwater/org-tree';
import type { Directive, Directives } from '../facts/types.js';
import type { Field } from '../kinds/field.js';
import { fieldOf, kindOf } from '../kinds/registry.js';
import { applyDirective, untouched } from '../resolve/apply.js';
import { assignmentId, versionId } from '../ids.js';
import type { KindKey } from '../values/types.js';
import { allowedBy } from './allowed.js';
import { checkGuard } from './check-guard.js';
import type { PolicyProblem } from './problem.js';
import type { Flaw } from './shape.js';
import { shapeOf } from './shapes.js';

/** What is wrong with a version's directives by themselves, before it is known where they will stand (P2). Takes any JSON. */
export function checkDirectives(kind: KindKey, directives: unknown): PolicyProblem[] {
  if (!isObject(directives)) return [{ code: 'WRONG_TYPE', kind, field: null, path: '', allowed: { type: 'object' } }];
  return Object.entries(directives).flatMap(([key, directive]) => {
    const field = fieldOf(kind, key);
    const flaws = field ? checkDirective(field, directive) : [unknownField(kind)];
    return flaws.map((flaw) => ({ kind, field: key, ...flaw }));
  });
}

/** Whether `checkDirectives` finds nothing wrong: then they may be kept, once normalised. */
export const areDirectives = (kind: KindKey, directives: unknown): directives is Directives =>
  checkDirectives(kind, directives).length === 0;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

const unknownField = (kind: KindKey): Flaw => ({
  code: 'UNKNOWN_FIELD',
  path: '',
  allowed: { oneOf: kindOf(kind).fields.map((field) => field.key) },
});

const isTrue = (value: unknown, path: string): Flaw[] =>
  value === true ? [] : [{ code: 'WRONG_TYPE', path, allowed: { oneOf: ['true'] } }];

const parts = ['set', 'reset', 'lock', 'guard'];

function checkDirective(field: Field, directive: unknown): Flaw[] {
  if (!isObject(directive)) return [{ code: 'WRONG_TYPE', path: '', allowed: { type: 'object' } }];
  const { set, reset, lock, guard } = directive;
  const flaws = [
    ...partFlaws(directive),
    ...(set === undefined ? [] : shapeOf(field)(set, 'set')),
    ...(reset === undefined ? [] : isTrue(reset, 'reset')),
    ...(lock === undefined ? [] : isTrue(lock, 'lock')),
    ...(guard === undefined ? [] : checkGuard(field, guard, 'guard')),
  ];
  return flaws.length > 0 ? flaws : ownGuardFlaws(field, directive);
}

function partFlaws(directive: Readonly<Record<string, unknown>>): Flaw[] {
  const given = Object.keys(directive).filter((part) => directive[part] !== undefined);
  if (given.length === 0) return [{ code: 'EMPTY_DIRECTIVE', path: '', allowed: { oneOf: parts } }];
  const strange = given.filter((part) => !parts.includes(part));
  return [
    ...strange.map((part) => ({ code: 'WRONG_TYPE' as const, path: part, allowed: { oneOf: parts } })),
    ...(given.includes('set') && given.includes('reset') ? [{ code: 'SET_AND_RESET' as const, path: '', allowed: null }] : []),
  ];
}

/** A directive whose value its own guard would have to fit contradicts itself. */
function ownGuardFlaws(field: Field, directive: Directive): Flaw[] {
  const { state } = applyDirective(field, untouched(field), directive, nowhere);
  const contradicts = state.source !== null && state.adjusted !== null;
  return contradicts ? [{ code: 'OUT_OF_BOUNDS', path: 'set', allowed: allowedBy(state.guard) }] : [];
}

const nowhere = { nodeId: nodeId(''), track: 'own', assignmentId: assignmentId(''), versionId: versionId('') } as const;
