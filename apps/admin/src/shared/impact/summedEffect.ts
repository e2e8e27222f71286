import type { Effect } from './documents';

type Impact = Pick<Effect, 'dryRun' | 'changed' | 'unchanged' | 'reasons' | 'fields' | 'problems' | 'warnings' | 'approval'>;

/** Rows of one key as one, their numbers added up. */
function summed<Row>(rows: readonly Row[], keyOf: (row: Row) => string, add: (a: Row, b: Row) => Row): Row[] {
  const sums = new Map<string, Row>();
  for (const row of rows) {
    const held = sums.get(keyOf(row));
    sums.set(keyOf(row), held === undefined ? row : add(held, row));
  }
  return [...sums.values()];
}

type Reason = Effect['reasons'][number];

const bothReasons = (a: Reason, b: Reason): Reason => ({
  ...{ ...a, branches: a.branches + b.branches },
  examples: [...a.examples, ...b.examples],
});

/**
 * What several steps do, each by itself, as one impact: a branch below two of them counts in each, as it is changed by each. An approval's
 * value is the largest that any step names: thresholds are of one act.
 */
export function summedEffect(effects: readonly Effect[]): Impact {
  const all = <Row>(of: (effect: Effect) => readonly Row[]): Row[] => effects.flatMap(of);
  const sum = (of: (effect: Effect) => number): number => effects.reduce((total, effect) => total + of(effect), 0);
  return {
    dryRun: effects.every(({ dryRun }) => dryRun),
    changed: sum(({ changed }) => changed),
    unchanged: sum(({ unchanged }) => unchanged),
    reasons: summed(
      all(({ reasons }) => reasons),
      ({ code, by }) => `${code} ${by?.id ?? ''}`,
      bothReasons,
    ),
    fields: summed(
      all(({ fields }) => fields),
      ({ kind, field }) => `${kind} ${field}`,
      (a, b) => ({ ...a, branches: a.branches + b.branches }),
    ),
    problems: all(({ problems }) => problems),
    warnings: all(({ warnings }) => warnings),
    approval: summed(
      all(({ approval }) => approval),
      ({ code }) => code,
      (a, b) => ((a.value ?? 0) < (b.value ?? 0) ? b : a),
    ),
  };
}
