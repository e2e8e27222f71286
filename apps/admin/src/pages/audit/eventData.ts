import type { AuditEvent } from './documents';

/** A record as an event names it, by what it was called then. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

export const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value;

/** What an event says beyond who, what and where; its keys follow the action. */
export const dataOf = ({ data }: AuditEvent): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? { ...data } : {};

/** A text, or the name of what is named; empty where there is neither. */
export function textIn(value: unknown): string {
  if (typeof value === 'string') return value;
  return isNamed(value) ? value.name : '';
}

export const numberIn = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Who billed; the first bills said it of carriers alone. */
export const billerIn = (data: Readonly<Record<string, unknown>>): string => textIn(data['biller'] ?? data['carrier']);

/** Field → directive, null for back to inherit: what somebody changed in a unit's own rules. */
export function changesIn(data: Readonly<Record<string, unknown>>): [field: string, directive: unknown][] {
  const { changes } = data;
  return typeof changes === 'object' && changes !== null ? Object.entries(changes) : [];
}
