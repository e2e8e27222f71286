import { caseTypes } from '../vocabulary.js';
import type { LifecycleRow } from './row.js';
import { lifecycle } from './table.js';
import { assertLifecycle, LifecycleError } from './validate.js';

const problemsOf = (rows: readonly LifecycleRow[]): readonly string[] => {
  try {
    assertLifecycle(rows);
  } catch (error) {
    if (error instanceof LifecycleError) return error.problems;
    throw error;
  }
  return [];
};

const without = (state: string, verb: string) => lifecycle.filter((row) => !(row.state === state && row.verb === verb));
const plus = (row: Partial<LifecycleRow>): LifecycleRow[] => [
  ...lifecycle,
  { types: ['RR'], state: 'APPLIED', verb: 'approve', actors: ['HQ'], to: ['REFUNDING'], guard: null, bound: null, ...row },
];

it('finds nothing wrong with the lifecycle', () => {
  expect(problemsOf(lifecycle)).toEqual([]);
});

it('finds a waiting state without a clock', () => {
  expect(problemsOf(without('NEED_INFO', 'timeout'))).toEqual(caseTypes.map((type) => `${type}/NEED_INFO has no clock`));
});

it('finds a state that cannot be reached', () => {
  expect(problemsOf(without('APPLIED', 'reject'))).toEqual(caseTypes.map((type) => `${type}/REJECTED cannot be reached`));
});

it('finds two rows for one actor', () => {
  expect(problemsOf(plus({ actors: ['branch'] }))).toEqual(['RR/APPLIED/approve/branch has two rows']);
});

it('finds a row that changes an end', () => {
  expect(problemsOf(plus({ state: 'CLOSED', to: ['CLOSED'] }))).toEqual([
    "RR/CLOSED/approve leaves the type's states or changes an end",
  ]);
});

it('finds a row that leaves the states of its type', () => {
  expect(problemsOf(plus({ types: ['RO'], to: ['AWAIT_RETURN'] }))).toContain(
    "RO/APPLIED/approve leaves the type's states or changes an end",
  );
});

it('finds a cycle that nothing bounds', () => {
  const unbounded = lifecycle.map((row) => (row.verb === 'askInfo' ? { ...row, bound: null } : row));
  expect(problemsOf(unbounded)).toContain('RR/NEED_INFO can go round for ever');
});
