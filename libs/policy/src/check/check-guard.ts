import { nodeId } from '@headwater/org-tree';
import type { Guard } from '../facts/types.js';
import type { Field, FieldType, Range } from '../kinds/field.js';
import { hardGuard, narrow } from '../resolve/guard.js';
import { allowedBy } from './allowed.js';
import type { Flaw, Shape } from './shape.js';
import { and, integer, list, nullable, oneOf, record } from './shape.js';

/** Fields whose amount a range can bound. */
const ranged: readonly FieldType[] = ['money', 'days', 'hours', 'count', 'mode'];

/** Bounds start at the product's own, which no unit set. */
const nobody = nodeId('');

const end = nullable(integer(null, null));

const range = and(record({ min: end, max: end }), ({ min, max }: Range, path) => {
  if (min === null && max === null) return [{ code: 'EMPTY_DIRECTIVE', path, allowed: null }];
  return min !== null && max !== null && min > max ? [{ code: 'EMPTY_RANGE', path, allowed: { min } }] : [];
});

/** What is wrong with a guard by itself: a field that takes none, a bad shape, or nothing left within the hard bounds. */
export function checkGuard(field: Field, guard: unknown, path: string): Flaw[] {
  if (field.options)
    return within(
      field,
      guard,
      path,
      record({ allowed: list(oneOf(field.options.map(({ value }) => value)), 100, { empty: false }) }),
    );
  if (!ranged.includes(field.type)) return [{ code: 'GUARD_NOT_ALLOWED', path, allowed: null }];
  return within(field, bothEnds(guard), path, range);
}

const within = (field: Field, guard: unknown, path: string, shape: Shape): Flaw[] =>
  and(shape, (held: Guard) => {
    const hard = hardGuard(field);
    return narrow(hard, held, nobody) ? [] : [{ code: 'GUARD_CONFLICT', path, allowed: allowedBy(hard) }];
  })(guard, path);

/** An end left out is open. */
const bothEnds = (guard: unknown): unknown =>
  guard !== null && typeof guard === 'object' && !Array.isArray(guard) ? { min: null, max: null, ...guard } : guard;
