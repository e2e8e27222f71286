import type { AutoApproveRow } from '../values/decisions.js';
import { reasonClasses, riskLevels } from '../values/words.js';
import { integer, list, nullable, oneOf, record, type Shape } from './shape.js';

const MAX_ROWS = 100;
const fen = integer(0, null);

export const autoApproveShape = list(
  record({
    amountUpTo: fen,
    reasonClasses: nullable(list(oneOf(reasonClasses), reasonClasses.length, { empty: false })),
    riskUpTo: oneOf(riskLevels),
  } satisfies Record<keyof AutoApproveRow, Shape>),
  MAX_ROWS,
);

const byAmount = record({ by: oneOf(['amount']), amount: fen });
const byCost = record({ by: oneOf(['cost', 'amount']), handlingCost: fen, resaleBps: integer(0, 10_000) });

const isByAmount = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && 'by' in value && value.by === 'amount';

/** By amount or by cost, each with its own numbers. */
export const returnlessShape: Shape = nullable((value, path) => (isByAmount(value) ? byAmount : byCost)(value, path));
