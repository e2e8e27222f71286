/** One thing that does not agree with another. */
export interface Finding {
  /** What was looked at, by the word people know: a unit's code, an order's, a case's. */
  readonly subject: string;
  readonly is: string;
  readonly shouldBe: string;
}

/** What one check looked at, and what it found. */
export interface CheckResult {
  readonly name: string;
  readonly looked: number;
  readonly findings: readonly Finding[];
}

export const result = (name: string, looked: number, findings: readonly Finding[]): CheckResult => ({ name, looked, findings });

/** MySQL hands sums over as text. */
export const int = (value: unknown): number => Number(value ?? 0);
