import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { isApiError } from '../../providers/apiError';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { EventWords } from './eventWords';
import { useActor, useEventText } from './eventWords';

/** What the API says to who answered an older version of a case. */
export interface StaleCase {
  /** The version there is now. */
  readonly now: number;
  readonly meanwhile: readonly (EventWords & { readonly at: string; readonly reason: string | null })[];
  readonly allowedActions: readonly string[];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The refusal's details where a case moved on meanwhile; null for every other failure. */
export function staleCaseIn(error: unknown): StaleCase | null {
  if (!isApiError(error) || error.code !== 'STALE_VERSION' || !isRecord(error.details)) return null;
  const { now, meanwhile, allowedActions } = error.details;
  if (typeof now !== 'number' || !Array.isArray(meanwhile) || !Array.isArray(allowedActions)) return null;
  return { now, meanwhile, allowedActions };
}

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: '8px 12px',
  borderRadius: 6,
  color: v.tone.act.ink,
  backgroundColor: v.tone.act.ground,
  '& > li:first-of-type': { fontWeight: 600 },
});

/** Two people, one case: what the other one did, and whether this step can still be taken. */
export function Meanwhile({ stale, possible }: { stale: StaleCase; possible: boolean }) {
  const t = useTranslate();
  const format = useFormat();
  const eventText = useEventText();
  const actor = useActor();
  return (
    <List role="status">
      <li>{t('cases.stale.title')}</li>
      {stale.meanwhile.map((event) => (
        <li key={`${event.at} ${event.verb}`}>
          {t('meanwhile.event', { who: actor(event), what: eventText(event), at: format.nearTime(event.at) })}
          {event.reason !== null && event.reason !== '' && t('cases.stale.words', { text: event.reason })}
        </li>
      ))}
      <li>{t(possible ? 'cases.stale.again' : 'cases.stale.over')}</li>
    </List>
  );
}
