import type { TranslateFunction } from 'ra-core';
import type { Formats } from '../format';
import type { LocalText } from '../useLocalText';
import type { RuleField } from './documents';
import type { Address, Bearers, BearersRow, FreightPayerRow, Mode, ScopeRow, Shares } from './values';

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

/** 15 天, 48 小时, 3 次, ¥15.00: a bare amount of the field's unit. */
export function amountText(field: RuleField, amount: number, speech: Speech): string {
  if (Number.isNaN(amount)) return speech.t('rules.value.unfinished');
  if (field.unit === 'fen') return money(amount, speech);
  const words: Record<string, string> = { day: 'days', hour: 'hours', count: 'count' };
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

const sharesText = ({ HQ, branch }: Shares, { t, format }: Speech): string =>
  `${t('rules.word.bearer.HQ')} ${format.percent(HQ)} · ${t('rules.word.bearer.branch')} ${format.percent(branch)}`;

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

const plain = (text: string): ValueText => ({ text, lines: [] });

const table = (lines: readonly string[], empty: string, { t }: Speech): ValueText => {
  const [first] = lines;
  if (first === undefined) return plain(empty);
  return { text: lines.length === 1 ? first : t('rules.value.rows', { n: lines.length }), lines };
};

/** Says a rule's value to people, by the field's type; a value of a type that is newer than this page is shown as it is. */
export function valueText(field: RuleField, value: unknown, speech: Speech): ValueText {
  const { t, localText } = speech;
  switch (field.type) {
    case 'boolean':
      return plain(t(value === true ? 'rules.value.yes' : 'rules.value.no'));
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
    case 'bearers':
      return bearersText(value as Bearers, speech);
    case 'address':
      return addressText(value as Address | null, speech);
    default:
      return plain(typeof value === 'number' ? amountText(field, value, speech) : JSON.stringify(value));
  }
}
