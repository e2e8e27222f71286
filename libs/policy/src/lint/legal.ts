import type { KindKey } from '../values/types.js';
import { channelNames } from '../values/words.js';
import type { Rules } from './finding.js';
import { boundChannels, type LegalFloor } from './floors.js';
import { found, labelOf, type Found } from './found.js';

/** P13: values beyond what the law asks for the sales that the field is about. */
export function legal(kind: KindKey, rules: Rules, floors: readonly LegalFloor[]): Found[] {
  const values = rules[kind] as unknown as Readonly<Record<string, unknown>>;
  return floors.flatMap((floor) => {
    const { field, min = -Infinity, max = Infinity, source } = floor;
    const [value, channels] = [values[field], boundChannels(floor)];
    if (typeof value !== 'number' || channels.length === 0 || (value >= min && value <= max)) return [];
    const limit = value < min ? min : max;
    const name = labelOf(kind, field);
    const sales = {
      zh: channels.map((each) => channelNames[each].zh).join('、'),
      en: channels.map((each) => channelNames[each].en).join(', '),
    };
    const zh = `${name.zh}为 ${value}，${sales.zh}订单法定${value < min ? '不少于' : '不超过'} ${limit}（${source.zh}）：改为 ${limit}`;
    const en = `${name.en} is ${value}; for ${sales.en} orders the law asks for ${value < min ? 'at least' : 'at most'} ${limit} (${source.en}): set it to ${limit}`;
    return [found('legalFloor', field, { zh, en })];
  });
}
