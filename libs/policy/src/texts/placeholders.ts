import { afterSalesRules } from '../kinds/after-sales-rules.js';
import type { Field, Unit } from '../kinds/field.js';
import { returnShippingSubsidy } from '../kinds/subsidy.js';
import type { Text } from '../values/text.js';

/** Shares are the chain's own business: no text tells them. */
export type ToldUnit = Exclude<Unit, 'bps'>;

/** P18: a value that a text may take from the rules. */
export interface Placeholder {
  readonly name: string;
  readonly label: Text;
  readonly unit: ToldUnit;
  /** The highest it can be: how long a text may come to. */
  readonly most: number;
}

/** Numbers that buyers meet; what is the chain's own business is in no text. */
const told = ({ key: name, label, unit, bounds, forBuyer }: Field): Placeholder[] =>
  unit === null || unit === 'bps' || forBuyer === 'internal' ? [] : [{ name, label, unit, most: bounds?.max ?? 0 }];

const most = (key: string): number =>
  [...afterSalesRules.fields, ...returnShippingSubsidy.fields].find((field) => field.key === key)?.bounds?.max ?? 0;

/** The closed list, in the schema's order; `returnDays` is the no-reason window of the sale at hand (A4). */
export const placeholders: readonly Placeholder[] = [
  {
    name: 'returnDays',
    label: { zh: '适用的无理由退货期', en: 'No-reason window that applies' },
    unit: 'day',
    most: most('noReasonDays'),
  },
  ...afterSalesRules.fields.flatMap(told),
  { name: 'subsidyCap', label: { zh: '补贴封顶', en: 'Cap of free returns' }, unit: 'fen', most: most('mode') },
];

export const placeholderNames: readonly string[] = placeholders.map(({ name }) => name);
