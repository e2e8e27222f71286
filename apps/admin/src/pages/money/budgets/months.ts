const [BACK, AHEAD] = [11, 3];

/** So many months after another: `2026-12`, 1 → `2027-01`. */
export function monthFrom(month: string, steps: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + steps, 1)).toISOString().slice(0, 7);
}

const range = (month: string, from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => monthFrom(month, from + at));

/** Months that a budget may be set for: the present one and the next ones. */
export const monthsToSet = (now: string): string[] => range(now, 0, AHEAD);

/** Months to look at, the latest first. */
export const monthsToShow = (now: string): string[] => range(now, -BACK, AHEAD).reverse();
