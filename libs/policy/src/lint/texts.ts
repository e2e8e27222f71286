import { sameValue } from '../canonical.js';
import { fieldOf } from '../kinds/registry.js';
import { placeholders } from '../texts/placeholders.js';
import { missingIn, render } from '../texts/render.js';
import { textFields, type TextField } from '../texts/service-texts.js';
import { wordsIn } from '../texts/template.js';
import { textValues, type TextValues } from '../texts/values.js';
import { languages, type Text } from '../values/text.js';
import type { FieldKey, FieldValue, KindKey } from '../values/types.js';
import type { Rules } from './finding.js';
import { found, when, type Found } from './found.js';

/** 7, 七天, two weeks: an amount said in words. A lone numeral is no amount: 一次性, one of. */
const amounts = [
  /\p{Nd}/u,
  /[一二两三四五六七八九十百半]\s*(?:天|日|小时|个月|周|元|块|次(?!性)|年)/u,
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|fifteen|thirty)\s+(?:days?|hours?|weeks?|months?|years?|yuan|times?)\b/iu,
];

const saysNumber = (text: Text): boolean =>
  languages.some((language) => wordsIn(text[language]).some((words) => amounts.some((amount) => amount.test(words))));

/** P18: what of a kind's texts could contradict the rules, or would not show. */
export const texts = (kind: KindKey, rules: Rules): Found[] =>
  textFields.filter((each) => each.kind === kind).flatMap((each) => ofText(each, rules));

function ofText(each: TextField, rules: Rules): Found[] {
  const { field } = each;
  const text = (rules[each.kind] as unknown as Readonly<Record<string, Text>>)[field.key];
  if (!text) return [];
  return [
    ...when(saysNumber(text), () => numberInText(field.key, field.label)),
    ...withoutMeaning(each, text, rules),
    ...badgeWithoutSubsidy(each, text, rules),
  ];
}

const numberInText = (field: FieldKey, { zh, en }: Text): Found =>
  found('numberInText', field, {
    zh: `${zh}里直接写了数字，规则改变后会不一致：改用占位符`,
    en: `${en} states a number itself, which will not follow the rules: use a placeholder`,
  });

/** Where a text is only shown with free returns on, it is judged as if they were. */
function valuesFor({ field }: TextField, { afterSalesRules: rules, returnShippingSubsidy: subsidy }: Rules): TextValues {
  const speaks = subsidy.enabled || field.text?.whereCovered === true;
  return textValues({ rules, subsidy: speaks ? subsidy : null, channel: null });
}

const labelOf = (name: string): Text => placeholders.find((each) => each.name === name)?.label ?? { zh: name, en: name };

function withoutMeaning(each: TextField, text: Text, rules: Rules): Found[] {
  const { key, label } = each.field;
  const [name] = missingIn(text, valuesFor(each, rules));
  if (name === undefined) return [];
  const value = labelOf(name);
  return [
    found('valueWithoutMeaning', key, {
      zh: `${label.zh}用到「${value.zh}」，这里没有这个值，整条不会显示：去掉占位符，或让规则有值`,
      en: `${label.en} names “${value.en}”, which has no value here, so that none of it shows: take the placeholder out, or give the rule a value`,
    }),
  ];
}

/** P13: a badge that somebody wrote, or a text that promises what the badge says, where free returns are off. */
function badgeWithoutSubsidy(each: TextField, text: Text, rules: Rules): Found[] {
  const { enabled, badge } = rules.returnShippingSubsidy;
  const { key, text: rule } = each.field;
  if (enabled) return [];
  if (key === 'badge') return when(!sameValue(badge, defaultBadge), () => writtenInVain);
  return when(!rule?.whereCovered && names(text, filledBadge(badge, rules)), () => promisedInVain(each));
}

const defaultBadge: FieldValue = fieldOf('returnShippingSubsidy', 'badge').default;

function filledBadge(badge: Text, { afterSalesRules: rules, returnShippingSubsidy: subsidy }: Rules): Text {
  const values = textValues({ rules, subsidy, channel: null });
  return { zh: render(badge.zh, values, 'zh') ?? '', en: render(badge.en, values, 'en') ?? '' };
}

const names = (text: Text, badge: Text): boolean =>
  languages.some((each) => badge[each] !== '' && text[each].toLowerCase().includes(badge[each].toLowerCase()));

const writtenInVain = found('badgeWithoutSubsidy', 'badge', {
  zh: '写了角标，但退货包运费未开通，角标不会显示：开通，或恢复默认',
  en: 'A badge is written while free returns are off, so that it does not show: turn them on, or reset the badge',
});

const promisedInVain = ({ field: { key, label } }: TextField): Found =>
  found('badgeWithoutSubsidy', key, {
    zh: `${label.zh}提到退货包运费，但这里未开通：移到包运费说明，或开通`,
    en: `${label.en} speaks of free returns, which are off here: move it to the free-returns notice, or turn them on`,
  });
