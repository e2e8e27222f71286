/** What may be done to a row of a table whose first matching row decides. */
export const rowSteps = ['insert', 'up', 'down', 'remove'] as const;
export type RowStep = (typeof rowSteps)[number];

/** The first row goes no higher, the last no lower. */
export const isPossible = (step: RowStep, index: number, length: number): boolean =>
  step === 'up' ? index > 0 : step === 'down' ? index < length - 1 : true;

interface Stepped<R> {
  readonly rows: readonly R[];
  /** Where the row is now that one goes on with; of a removed one, that which took its place. */
  readonly at: number;
}

const swapped = <R>(rows: readonly R[], index: number): readonly R[] => [
  ...rows.slice(0, index),
  ...rows.slice(index + 1, index + 2),
  ...rows.slice(index, index + 1),
  ...rows.slice(index + 2),
];

export function stepped<R>(rows: readonly R[], index: number, step: RowStep, fresh: R): Stepped<R> {
  switch (step) {
    case 'insert':
      return { rows: [...rows.slice(0, index + 1), fresh, ...rows.slice(index + 1)], at: index + 1 };
    case 'up':
      return { rows: swapped(rows, index - 1), at: index - 1 };
    case 'down':
      return { rows: swapped(rows, index), at: index + 1 };
    case 'remove':
      return { rows: rows.filter((_, at) => at !== index), at: Math.max(0, Math.min(index, rows.length - 2)) };
  }
}
