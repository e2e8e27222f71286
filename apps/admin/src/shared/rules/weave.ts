import type { TranslateFunction } from 'ra-core';

/** Stands round what is put into a sentence, until the sentence is whole. */
const EDGE = '\u2063';

/** Values that choose a variant of the message, and are not said themselves. */
const NONE = 'none';

const marked = (value: unknown): unknown => (typeof value === 'string' && value !== NONE ? EDGE + value + EDGE : value);

/**
 * Says a sentence with values in it. In Chinese a space stands between Han and Latin letters or digits, and nowhere else; which of
 * them a value begins and ends with is only known here. What the value holds stays as it is.
 */
export function weave(t: TranslateFunction, key: string, values: Readonly<Record<string, unknown>>): string {
  const said = t(key, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, marked(value)])));
  return said
    .replaceAll(/(?<=\p{Script=Han})\u2063(?=[A-Za-z0-9¥−])/gu, ' ')
    .replaceAll(/(?<=[A-Za-z0-9])\u2063(?=\p{Script=Han})/gu, ' ')
    .replaceAll(EDGE, '');
}
