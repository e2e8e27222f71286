import type { FieldValue, Mode } from './types.js';

const isMode = (value: FieldValue): value is Mode => value !== null && typeof value === 'object' && 'kind' in value;

/** The amount of a subsidy mode in fen: its cap, or its flat sum. */
const modeAmount = (mode: Mode): number => (mode.kind === 'selfShip' ? mode.flat : mode.cap);

/** The number a range guard bounds: the value itself, or the amount within a mode; null for every other value. */
export function amountOf(value: FieldValue): number | null {
  if (typeof value === 'number') return value;
  return isMode(value) ? modeAmount(value) : null;
}

/** The same value with another amount. Values without an amount stay as they are. */
export function withAmount(value: FieldValue, amount: number): FieldValue {
  if (typeof value === 'number') return amount;
  if (!isMode(value)) return value;
  return value.kind === 'selfShip' ? { kind: value.kind, flat: amount } : { kind: value.kind, cap: amount };
}
