import type { Effect } from './documents';
import { summedEffect } from './summedEffect';

const named = (id: string) => ({ id, name: id, type: 'store' as const });

const effect = (unit: string, more: object): Effect => ({
  ...{ node: named(unit), dryRun: true, branches: 3, changed: 2, unchanged: 1, covers: [], clashes: [], costThisMonth: null },
  ...{ reasons: [], fields: [], problems: [], warnings: [], approval: [], ...more },
});

const east = effect('east', {
  reasons: [{ code: 'same', branches: 1, by: null, examples: [named('a')] }],
  fields: [{ kind: 'afterSalesRules', field: 'noReasonDays', branches: 2 }],
  approval: [{ code: 'branches', value: 50, limit: 40 }],
});
const west = effect('west', {
  reasons: [
    { code: 'same', branches: 2, by: null, examples: [named('b')] },
    { code: 'locked', branches: 1, by: named('hq'), examples: [] },
  ],
  fields: [{ kind: 'afterSalesRules', field: 'noReasonDays', branches: 4 }],
  approval: [{ code: 'branches', value: 60, limit: 40 }],
});

describe('the impact of several steps', () => {
  const { changed, unchanged, reasons, fields, approval } = summedEffect([east, west]);

  it('adds up to its parts: branches, fields and reasons', () => {
    expect({ changed, unchanged }).toEqual({ changed: 4, unchanged: 2 });
    expect(fields).toEqual([{ kind: 'afterSalesRules', field: 'noReasonDays', branches: 6 }]);
    expect(reasons).toMatchObject([
      { code: 'same', branches: 3, examples: [{ id: 'a' }, { id: 'b' }] },
      { code: 'locked', branches: 1 },
    ]);
  });

  it('names a reason for an approval once, with the largest act', () => {
    expect(approval).toEqual([{ code: 'branches', value: 60, limit: 40 }]);
  });
});
