import { useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import { languageNames } from '../../i18n/messages';
import { isLocale } from '../../i18n/provider';
import { useFormat, type Formats } from '../../shared/format';
import { isNamed } from './eventData';

type Say = (key: string, options: { _: string }) => string;

/** Texts that are codes of the glossary. */
function word(name: string, code: string, t: Say): string {
  if (name === 'role') return t(`role.${code}`, { _: code });
  if (name === 'type') return t(`nodeType.${code}`, { _: code });
  if (name === 'kind') return t(`rules.kind.${code}`, { _: code });
  if (name === 'act') return t(`audit.act.${code}`, { _: code });
  if (name === 'party') return t(`money.claims.party.${code}`, { _: code });
  if (name === 'bearer') return t(`money.bearer.${code}`, { _: code });
  if (name === 'language' && isLocale(code)) return languageNames[code];
  return code;
}

/** Fen. */
const amounts: readonly string[] = ['amount', 'left', 'freight', 'costOver'];

const instants: readonly string[] = ['from', 'to', 'fromBefore', 'toBefore', 'until', 'since'];

function figure(name: string, value: number, format: Formats): string {
  if (instants.includes(name)) return format.textTime(value);
  if (name === 'number' || name === 'basedOn') return `v${String(value)}`;
  if (name === 'changeSetNumber') return `#${String(value)}`;
  return amounts.includes(name) ? format.money(value) : format.count(value);
}

/** One value of an event, in words; of a shape that is newer than this page as it is. */
export function DataValue({ name, value }: { name: string; value: unknown }): ReactNode {
  const t = useTranslate();
  const format = useFormat();
  if (isNamed(value)) return value.name;
  if (typeof value === 'string') return word(name, value, t);
  if (typeof value === 'number') return <span className="hw-tabular">{figure(name, value, format)}</span>;
  if (typeof value === 'boolean') return t(value ? 'rules.value.yes' : 'rules.value.no');
  if (name === 'causes' && Array.isArray(value))
    return value.map((cause) => t(`changes.cause.${String(cause)}`)).join(t('shared.list'));
  return <code>{JSON.stringify(value)}</code>;
}
