import { isApiError } from '../../../providers/apiError';

/** A cell of a price card's file that is wrong. */
export interface CardProblem {
  readonly line: number;
  /** Name of the column; empty: the whole line. */
  readonly cell: string;
  readonly value: string;
  readonly code: string;
}

const isProblem = (given: unknown): given is CardProblem =>
  typeof given === 'object' && given !== null && 'line' in given && 'cell' in given && 'value' in given && 'code' in given;

/** The lines that a refusal of a price card tells of; of any other refusal none. */
export function problemsIn(error: unknown): readonly CardProblem[] {
  if (!isApiError(error) || error.code !== 'PRICE_CARD_LINES') return [];
  const { details } = error;
  const isTold = typeof details === 'object' && details !== null && 'lines' in details && Array.isArray(details.lines);
  return isTold ? (details.lines as readonly unknown[]).filter(isProblem) : [];
}
