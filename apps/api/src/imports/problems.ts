import type { DraftProblem } from '../orders/draft-problem.js';

/** What can be wrong with one line of a file, beside what an order refuses by itself. Stable: people and scripts filter reports by it. */
export type ProblemCode =
  | DraftProblem['code']
  | 'COLUMNS_DIFFER'
  | 'NOT_CSV'
  | 'NOT_IN_ENCODING'
  | 'REQUIRED'
  | 'VALUE_NOT_ALLOWED'
  | 'PATTERN_DIFFERS'
  | 'TOO_LONG'
  | 'NOT_A_NUMBER'
  | 'NOT_AN_AMOUNT'
  | 'CURRENCY_DIFFERS'
  | 'NOT_AN_INSTANT'
  | 'DUPLICATE_KEY'
  | 'CODE_TAKEN'
  | 'PARENT_ARCHIVED'
  | 'UNIT_ARCHIVED'
  | 'TYPE_DIFFERS'
  | 'UNKNOWN_STORE'
  | 'UNKNOWN_ORDER'
  | 'NO_LINES';

/** `refused`: the line did not go in. `emptied`: it did, without this value. */
export type Severity = 'refused' | 'emptied';

/** One cell that is wrong, with what would be right. */
export interface Problem {
  readonly file: string;
  /** First line of the record, from 1; the header is line 1. */
  readonly line: number;
  readonly severity: Severity;
  readonly column: string;
  readonly value: string;
  readonly code: ProblemCode;
  readonly allowed: string;
}

/** Where a record stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
}

export const refuses = (problem: Problem): boolean => problem.severity === 'refused';
