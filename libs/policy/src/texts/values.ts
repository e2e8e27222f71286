import { amountOf } from '../values/amount.js';
import type { AfterSalesRules, FieldValue, SubsidyRules } from '../values/types.js';
import type { Channel } from '../values/words.js';
import { placeholders } from './placeholders.js';

/** What texts are filled from, by placeholder. One that has no meaning here is not there. */
export type TextValues = ReadonlyMap<string, number>;

/** The rules a text speaks of. */
export interface TextGround {
  readonly rules: AfterSalesRules;
  /** Null where free returns do not cover what is spoken of. */
  readonly subsidy: Pick<SubsidyRules, 'mode'> | null;
  /** How it is sold; null where that is not known. */
  readonly channel: Channel | null;
}

/** Windows of a way of selling that this is none of; and windows of no days, which nobody has. */
function hasMeaning(name: string, value: number, channel: Channel | null): boolean {
  if (value === 0 || channel === null) return value !== 0;
  return name !== (channel === 'inStore' ? 'noReasonDays' : 'inStoreDays');
}

/** P18: the values of a text, from the rules in force or promised. */
export function textValues({ rules, subsidy, channel }: TextGround): TextValues {
  const held: Readonly<Record<string, FieldValue>> = {
    ...rules,
    returnDays: channel === 'inStore' ? rules.inStoreDays : rules.noReasonDays,
    subsidyCap: subsidy && amountOf(subsidy.mode),
  };
  return new Map(
    placeholders.flatMap(({ name }) => {
      const value = held[name];
      return typeof value === 'number' && hasMeaning(name, value, channel) ? [[name, value] as const] : [];
    }),
  );
}

/** Every value at its highest. */
export const longestValues: TextValues = new Map(placeholders.map(({ name, most }) => [name, most]));
