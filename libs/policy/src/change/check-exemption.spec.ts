import { chainOf, id, rules } from '../testing/chain.js';
import { bindingAncestors, checkExemption } from './check-exemption.js';

const snapshot = chainOf(
  rules('HQ/library', { noReasonDays: { set: 9, lock: true }, selfServiceDays: { guard: { max: 30 } } }),
  rules('east/own', { selfServiceDays: { guard: { max: 20 } } }),
);

const proposed = {
  kind: 'afterSalesRules' as const,
  ...{ nodeId: id('s1'), fields: ['noReasonDays'], ancestorId: id('HQ') },
  ...{ from: 10, to: 20 },
};

const codes = (more: object) => checkExemption(snapshot, { ...proposed, ...more }).map(({ code, field }) => [code, field]);

describe('an exemption', () => {
  it('may be granted from a lock, and from a guard', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ fields: ['noReasonDays', 'selfServiceDays'] })).toEqual([]);
    expect(codes({ fields: ['selfServiceDays'], ancestorId: id('east') })).toEqual([]);
  });

  it.each([
    ['that ends before it begins', { to: 10 }, ['EMPTY_INTERVAL', null]],
    ['without a field', { fields: [] }, ['FIELDS_MISSING', null]],
    ['of a field that the kind does not have', { fields: ['enabled'] }, ['UNKNOWN_FIELD', 'enabled']],
    ['at an unknown unit', { nodeId: id('ghost') }, ['UNKNOWN_NODE', null]],
    ['from the unit’s own lock', { ancestorId: id('s1') }, ['NOT_AN_ANCESTOR', null]],
    ['from a unit elsewhere', { ancestorId: id('west') }, ['NOT_AN_ANCESTOR', null]],
    ['from a unit that binds nothing', { ancestorId: id('mall') }, ['NOTHING_TO_LIFT', 'noReasonDays']],
    ['from a unit that binds another field', { ancestorId: id('east') }, ['NOTHING_TO_LIFT', 'noReasonDays']],
  ])('is refused %s', (_, more, refusal) => {
    expect(codes(more)).toEqual([refusal]);
  });

  it('names the units that bind a field, the root-most first', () => {
    expect(bindingAncestors(snapshot, proposed, 'selfServiceDays')).toEqual(['HQ', 'east']);
    expect(checkExemption(snapshot, { ...proposed, ancestorId: id('mall') })[0]?.allowed).toEqual({ oneOf: ['HQ'] });
  });
});
