import type { TranslateFunction } from 'ra-core';
import type { Formats } from '../format';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const textIn = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** One thing that somebody did to a record since it was opened. */
interface Deed {
  readonly at: string | null;
  readonly who: string | null;
  /** The permission that was used, as the audit log calls it. */
  readonly action: string | null;
  /** Fields of rules that were changed. */
  readonly fields: readonly string[];
}

function deedOf(value: unknown): Deed[] {
  if (!isRecord(value)) return [];
  const { at, by, actorName, action, fields } = value;
  const deed = {
    ...{ at: textIn(at), who: textIn(actorName) ?? textIn(by), action: textIn(action) },
    fields: Array.isArray(fields) ? fields.filter((field) => typeof field === 'string') : [],
  };
  return deed.action === null && deed.fields.length === 0 ? [] : [deed];
}

/** What happened since, out of a refusal's details; of a unit the API names its last events, of which as many are new as its version is ahead. */
function deedsIn(details: unknown): readonly Deed[] {
  if (!isRecord(details)) return [];
  const { meanwhile, seen, now } = details;
  if (!Array.isArray(meanwhile)) return deedOf(meanwhile);
  const ahead = typeof seen === 'number' && typeof now === 'number' ? now - seen : meanwhile.length;
  return meanwhile.slice(0, ahead).flatMap(deedOf);
}

export interface Words {
  readonly t: TranslateFunction;
  readonly format: Formats;
  /** The name of a field of rules. */
  readonly label: (field: string) => string;
}

function deedText({ at, who, action, fields }: Deed, { t, format, label }: Words): string {
  const named = fields.map(label).join(t('shared.list'));
  const what = action === null ? t('meanwhile.fields', { fields: named }) : t(`audit.action.${action}`, { _: action });
  const did = { who: who ?? t('meanwhile.somebody'), what };
  return at === null ? t('meanwhile.undated', did) : t('meanwhile.event', { ...did, at: format.nearTime(at) });
}

/** Who did what since, and when; null where the API does not say. */
export function meanwhileText(details: unknown, words: Words): string | null {
  const deeds = deedsIn(details);
  return deeds.length === 0 ? null : deeds.map((deed) => deedText(deed, words)).join(words.t('shared.and'));
}
