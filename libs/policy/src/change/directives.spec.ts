import { directivesFromForm, formOf, withDirective } from './directives.js';

const inherited = { noReasonDays: 7, selfServiceDays: 15 };
const untouched = formOf('afterSalesRules', inherited, {});
const saved = (form: typeof untouched, previous = {}) => directivesFromForm('afterSalesRules', inherited, previous, form);

describe('one directive', () => {
  it('takes the place of what the field had and leaves the others', () => {
    const before = { enabled: { set: false }, scope: { lock: true as const } };
    expect(withDirective(before, 'enabled', { set: true })).toEqual({ enabled: { set: true }, scope: { lock: true } });
    expect(withDirective(before, 'enabled', null)).toEqual({ scope: { lock: true } });
    expect(before.enabled).toEqual({ set: false });
  });
});

describe('a form', () => {
  it('shows what is inherited, what is the unit’s own, and what was reset', () => {
    const form = formOf('afterSalesRules', inherited, {
      selfServiceDays: { set: 20, lock: true },
      qualityDays: { reset: true, guard: { max: 60 } },
    });
    expect(form['noReasonDays']).toEqual({ value: 7, customised: false, reset: false, lock: false, guard: null });
    expect(form['selfServiceDays']).toMatchObject({ value: 20, customised: true, lock: true });
    expect(form['qualityDays']).toMatchObject({ value: 30, customised: true, reset: true, guard: { max: 60 } });
  });

  it('makes a directive of a value that was typed', () => {
    expect(saved({ ...untouched, selfServiceDays: { ...untouched['selfServiceDays']!, value: 20 } })).toEqual({
      selfServiceDays: { set: 20 },
    });
  });

  it('keeps the inherited value as an own one only where that was asked for', () => {
    expect(saved({ ...untouched, selfServiceDays: { ...untouched['selfServiceDays']!, customised: true } })).toEqual({
      selfServiceDays: { set: 15 },
    });
  });

  it('goes back to inherit where the field is no longer customised and shows the inherited value', () => {
    expect(saved(untouched, { selfServiceDays: { set: 20 } })).toEqual({});
  });

  it('leaves alone what it does not show', () => {
    expect(saved({}, { qualityDays: { set: 60 } })).toEqual({ qualityDays: { set: 60 } });
  });

  it('makes a directive of a lock or guard alone', () => {
    const entry = untouched['noReasonDays']!;
    expect(saved({ noReasonDays: { ...entry, lock: true, guard: { max: 30 } } })).toEqual({
      noReasonDays: { lock: true, guard: { max: 30 } },
    });
    expect(saved({ noReasonDays: { ...entry, customised: true, reset: true } })).toEqual({ noReasonDays: { reset: true } });
  });
});
