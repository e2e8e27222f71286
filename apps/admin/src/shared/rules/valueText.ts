import type { TranslateFunction } from 'ra-core';
import type { Locale } from '../../i18n/messages';
import type { Formats } from '../format';
import type { LocalText } from '../useLocalText';
import { autoApproveLine, buyerLimitText, returnlessText, routeLine } from './approvalText';
import type { RuleField } from './documents';
import { templateWords } from './templates';
import {
  bearers,
  type Address,
  type AutoApproveRow,
  type Bearers,
  type BearersRow,
  type BuyerLimit,
  type CategoryWindowsRow,
  type ConditionsRow,
  type EvidenceRow,
  type ExclusionRow,
  type FreightPayerRow,
  type Mode,
  type RestockingFeeRow,
  type ReturnRoutingRow,
  type Returnless,
  type ScopeRow,
  type Shares,
  type TextTemplate,
} from './values';

/** What it takes to say a value in the language in force. */
export interface Speech {
  readonly t: TranslateFunction;
  readonly format: Formats;
  readonly localText: (text: LocalText) => string;
}

/** A value told in one line, and its parts where it has any: rows of a table, lines of an address. */
export interface ValueText {
  readonly text: string;
  readonly lines: readonly string[];
}

const money = (fen: number, { t, format }: Speech): string =>
  Number.isNaN(fen) ? t('rules.value.unfinished') : format.money(fen);

/** 15 天, 48 小时, 3 次, 50%, ¥15.00: a bare amount of the field's unit. */
export function amountText(field: RuleField, amount: number, speech: Speech): string {
  if (Number.isNaN(amount)) return speech.t('rules.value.unfinished');
  if (field.unit === 'fen') return money(amount, speech);
  if (field.unit === 'bps') return speech.format.percent(amount);
  const words: Record<string, string> = { day: 'days', hour: 'hours', count: 'count', percent: 'percent' };
  return speech.t(`rules.value.${words[field.unit ?? ''] ?? 'count'}`, { n: amount });
}

function modeText(mode: Mode, speech: Speech): string {
  const name = speech.t(`rules.word.mode.${mode.kind}`);
  return mode.kind === 'selfShip'
    ? speech.t('rules.value.flat', { mode: name, amount: money(mode.flat, speech) })
    : speech.t('rules.value.capped', { mode: name, amount: money(mode.cap, speech) });
}

function rangeText(from: number | null, to: number | null, speech: Speech): string {
  const { t } = speech;
  if (from !== null && to !== null) return t('rules.value.between', { from: money(from, speech), to: money(to, speech) });
  if (from !== null) return t('rules.value.atLeast', { amount: money(from, speech) });
  return to === null ? '' : t('rules.value.below', { amount: money(to, speech) });
}

const arrow = (conditions: readonly string[], otherwise: string, outcome: string): string => {
  const said = conditions.filter((condition) => condition !== '');
  return `${said.length === 0 ? otherwise : said.join(' · ')} → ${outcome}`;
};

function scopeLine(row: ScopeRow, speech: Speech): string {
  const { t } = speech;
  const conditions = [
    row.categories?.join(t('shared.list')) ?? '',
    rangeText(row.priceFrom, row.priceTo, speech),
    row.channels?.map((channel) => t(`rules.word.channel.${channel}`)).join(t('shared.list')) ?? '',
    row.campaign === undefined ? '' : t('rules.value.campaign', { code: row.campaign }),
  ];
  return arrow(conditions, t('rules.word.anyCategory'), t(row.covered ? 'rules.value.covered' : 'rules.value.notCovered'));
}

function freightLine(row: FreightPayerRow, speech: Speech): string {
  const { t, format } = speech;
  const conditions = [
    row.reasonClass === null ? '' : t(`rules.word.reasonClass.${row.reasonClass}`),
    row.category ?? '',
    rangeText(row.amountFrom, row.amountTo, speech),
  ];
  const payer =
    row.payer === 'shared'
      ? t('rules.value.sharedBy', { share: format.percent(row.merchantBps ?? 0) })
      : t(`rules.word.payer.${row.payer}`);
  return arrow(conditions, t('rules.word.anyReason'), payer);
}

/** 鞋靴 → 无理由 15 天 · 质量问题 60 天 */
function windowsLine(row: CategoryWindowsRow, { t }: Speech): string {
  const days = (['noReasonDays', 'selfServiceDays', 'qualityDays'] as const).flatMap((key) => {
    const n = row[key];
    if (n === null) return [];
    const said = Number.isNaN(n) ? t('rules.value.unfinished') : t('rules.value.days', { n });
    return [`${t(`rules.form.${key}`)} ${said}`];
  });
  return arrow([row.category], '–', days.length === 0 ? t('rules.value.noOwnWindows') : days.join(' · '));
}

/** An item that the product knows is said in the language in force, a chain's own as it was written. */
function conditionsLine({ options }: RuleField, { category, items }: ConditionsRow, { t, localText }: Speech): string {
  const named = items.map((item) => {
    const known = options?.find(({ value }) => value === item);
    return known ? localText(known.label) : item;
  });
  return arrow([category ?? ''], t('rules.word.anyCategory'), named.join(t('shared.list')));
}

/** 质量问题 → 商品照片 1 张 */
function evidenceLine({ reasonClass, goods, invoice }: EvidenceRow, { t }: Speech): string {
  const photos = [['goods', goods] as const, ['invoice', invoice] as const].flatMap(([kind, n]) => {
    if (n === 0) return [];
    return [Number.isNaN(n) ? t('rules.value.unfinished') : t(`rules.value.photosOf.${kind}`, { n })];
  });
  const asked = photos.length === 0 ? t('rules.value.noEvidence') : photos.join(t('shared.list'));
  return arrow([t(`rules.word.reasonClass.${reasonClass}`)], '–', asked);
}

/** 生鲜 → 鲜活易腐 */
const exclusionLine = ({ options }: RuleField, { category, ground }: ExclusionRow, { localText }: Speech): string => {
  const known = options?.find(({ value }) => value === ground);
  return arrow([category], '–', known ? localText(known.label) : ground);
};

/** 不想要了 → 5% */
const feeLine = ({ reasonClass, bps }: RestockingFeeRow, { t, format }: Speech): string =>
  arrow([t(`rules.word.reasonClass.${reasonClass}`)], '–', Number.isNaN(bps) ? t('rules.value.unfinished') : format.percent(bps));

/** 总部 60% · 分店 40%; a supplier or a partner where it bears any. */
const sharesText = (shares: Shares, { t, format }: Speech): string =>
  bearers
    .flatMap((bearer) => {
      const share = shares[bearer];
      return share === undefined ? [] : [`${t(`rules.word.bearer.${bearer}`)} ${format.percent(share)}`];
    })
    .join(' · ');

function bearersLine(row: BearersRow, speech: Speech): string {
  const { t } = speech;
  const conditions = [
    row.reasonClass === null ? '' : t(`rules.word.reasonClass.${row.reasonClass}`),
    row.fault === null ? '' : t(`rules.word.fault.${row.fault}`),
  ];
  return arrow(conditions, t('rules.word.anyReason'), sharesText(row.shares, speech));
}

function bearersText({ rows, otherwise, fallback }: Bearers, speech: Speech): ValueText {
  const { t } = speech;
  const first = sharesText(otherwise, speech);
  const last = rows.length === 0 ? first : `${t('rules.value.otherwise')} → ${first}`;
  return {
    text: rows.length === 0 ? first : t('rules.value.more', { first, n: rows.length }),
    lines: [
      ...rows.map((row) => bearersLine(row, speech)),
      last,
      t('rules.value.fallback', { bearer: t(`rules.word.bearer.${fallback}`) }),
    ],
  };
}

function addressText(address: Address | null, { t }: Speech): ValueText {
  if (address === null) return { text: t('rules.value.none'), lines: [] };
  const { recipient, phone, province, city, district, street, instructions } = address;
  const place = [province === city ? '' : province, city, district, street].filter((part) => part !== '').join(' ');
  return { text: place, lines: [`${recipient} ${phone}`, place, ...(instructions === '' ? [] : [instructions])] };
}

/** A long text in one line: how it begins. */
const LINE = 24;

/** A template in both languages, its values by their names. */
function templateText(field: RuleField, template: TextTemplate, { t, format }: Speech): ValueText {
  const said = (language: Locale) => templateWords(template[language], field, language);
  const text = said(format.locale);
  if (template.zh === '' && template.en === '') return plain(t('rules.value.blank'));
  return { text: text.length > LINE ? `${text.slice(0, LINE)}…` : text, lines: [said('zh'), said('en')] };
}

const plain = (text: string): ValueText => ({ text, lines: [] });

const table = (lines: readonly string[], empty: string, { t }: Speech): ValueText => {
  const [first] = lines;
  if (first === undefined) return plain(empty);
  return { text: lines.length === 1 ? first : t('rules.value.rows', { n: lines.length }), lines };
};

/** Says a rule's value to people, by the field's type; a value of a type that is newer than this page is shown as it is. */
export function valueText(field: RuleField, value: unknown, speech: Speech): ValueText {
  const { t, format, localText } = speech;
  switch (field.type) {
    case 'boolean':
      return plain(t(value === true ? 'rules.value.yes' : 'rules.value.no'));
    case 'date':
      return plain(value === null ? t('rules.value.none') : format.day(value as string));
    case 'mode':
      return plain(modeText(value as Mode, speech));
    case 'set': {
      const chosen = field.options?.filter((option) => (value as readonly string[]).includes(option.value)) ?? [];
      return plain(chosen.map((option) => localText(option.label)).join(t('shared.list')));
    }
    case 'table.scope': {
      const rows = value as readonly ScopeRow[];
      const last = rows.length === 0 ? [] : [`${t('rules.value.otherwise')} → ${t('rules.value.notCovered')}`];
      return table([...rows.map((row) => scopeLine(row, speech)), ...last], t('rules.value.all'), speech);
    }
    case 'table.freightPayer': {
      const rows = (value as readonly FreightPayerRow[]).map((row) => freightLine(row, speech));
      return table([...rows, `${t('rules.value.otherwise')} → ${t('rules.word.payer.buyer')}`], '', speech);
    }
    case 'table.categoryWindows': {
      const rows = (value as readonly CategoryWindowsRow[]).map((row) => windowsLine(row, speech));
      return table(rows, t('rules.value.noOwnWindows'), speech);
    }
    case 'table.conditions':
      return table(
        (value as readonly ConditionsRow[]).map((row) => conditionsLine(field, row, speech)),
        '',
        speech,
      );
    case 'table.autoApprove': {
      const rows = (value as readonly AutoApproveRow[]).map((row) => autoApproveLine(row, speech));
      const last = rows.length === 0 ? [] : [`${t('rules.value.otherwise')} → ${t('rules.value.byPeople')}`];
      return table([...rows, ...last], t('rules.value.noneApproved'), speech);
    }
    case 'returnless':
      return plain(returnlessText(value as Returnless | null, speech));
    case 'table.evidence':
      return table(
        (value as readonly EvidenceRow[]).map((row) => evidenceLine(row, speech)),
        t('rules.value.noEvidence'),
        speech,
      );
    case 'table.exclusions':
      return table(
        (value as readonly ExclusionRow[]).map((row) => exclusionLine(field, row, speech)),
        t('rules.value.noneExcluded'),
        speech,
      );
    case 'table.restockingFee':
      return table(
        (value as readonly RestockingFeeRow[]).map((row) => feeLine(row, speech)),
        t('rules.value.noFee'),
        speech,
      );
    case 'table.returnRouting': {
      const rows = (value as readonly ReturnRoutingRow[]).map((row) => routeLine(row, speech));
      const last = rows.length === 0 ? [] : [`${t('rules.value.otherwise')} → ${t('rules.word.route.own')}`];
      return table([...rows, ...last], t('rules.value.noRoutes'), speech);
    }
    case 'perBuyer':
      return plain(buyerLimitText(value as BuyerLimit | null, speech));
    case 'bearers':
      return bearersText(value as Bearers, speech);
    case 'text':
      return templateText(field, value as TextTemplate, speech);
    case 'address':
      return addressText(value as Address | null, speech);
    default:
      return plain(typeof value === 'number' ? amountText(field, value, speech) : JSON.stringify(value));
  }
}
