import type { Language, Text } from '../values/text.js';
import { placeholders, type ToldUnit } from './placeholders.js';
import { namesIn, partsOf, type Part } from './template.js';
import type { TextValues } from './values.js';

const units = new Map(placeholders.map(({ name, unit }) => [name, unit]));

const words: Readonly<Record<Exclude<ToldUnit, 'fen'>, { readonly zh: string; readonly en: string }>> = {
  day: { zh: '天', en: 'day' },
  hour: { zh: '小时', en: 'hour' },
  count: { zh: '次', en: 'time' },
  percent: { zh: '%', en: '%' },
};

const yuan = (fen: number): string => `${String(Math.trunc(fen / 100))}.${String(fen % 100).padStart(2, '0')}`;

/** 7 天, 48 小时, 12.00 元; 7 days, 1 hour, ¥12.00. */
function valueText(value: number, unit: ToldUnit, language: Language): string {
  if (unit === 'fen') return language === 'zh' ? `${yuan(value)} 元` : `¥${yuan(value)}`;
  const word = words[unit][language];
  return `${String(value)} ${word}${language === 'en' && value !== 1 ? 's' : ''}`;
}

/** In Chinese a space stands between Han and digits; a value brings its own. */
const spaced = (text: string): string => text.replaceAll(/(?<=\p{Script=Han})\u2063(?=[0-9])/gu, ' ').replaceAll('\u2063', '');

function partText(part: Part, values: TextValues, language: Language): string {
  if ('words' in part) return part.words;
  const value = values.get(part.name);
  const unit = units.get(part.name);
  return value === undefined || unit === undefined ? '' : `\u2063${valueText(value, unit, language)}`;
}

/** The placeholders of a text that have no value here. */
export const missingIn = ({ zh, en }: Text, values: TextValues): string[] =>
  [...new Set([...namesIn(zh), ...namesIn(en)])].filter((name) => !values.has(name));

/** P18: a template filled, or null where a value it names has no meaning here: half a sentence is none. */
export function render(template: string, values: TextValues, language: Language): string | null {
  if (namesIn(template).some((name) => !values.has(name))) return null;
  return spaced(
    partsOf(template)
      .map((part) => partText(part, values, language))
      .join(''),
  );
}
