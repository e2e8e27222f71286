import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useErrorText } from '../../../shared/errors';
import { useFormat } from '../../../shared/format';
import { useActor, useEventText } from '../eventWords';
import { staleCaseIn } from '../Meanwhile';
import type { BulkOutcome } from './useBulkRun';

const Rows = styled('ul')({ margin: 0, padding: 0, listStyle: 'none', maxHeight: 280, overflowY: 'auto' });

/** Who was faster and what he did; else what the API says. */
function useWhy(): (error: unknown) => string {
  const t = useTranslate();
  const errorText = useErrorText();
  const actor = useActor();
  const eventText = useEventText();
  const format = useFormat();
  return (error) => {
    const [first] = staleCaseIn(error)?.meanwhile ?? [];
    if (first === undefined) return errorText(error);
    return t('meanwhile.event', { who: actor(first), what: eventText(first), at: format.nearTime(first.at) });
  };
}

/** How many were done, and by name those that were not, each with why. */
export function BulkResults({ outcomes, left }: { outcomes: readonly BulkOutcome[]; left: number }) {
  const t = useTranslate();
  const why = useWhy();
  const count = (word: BulkOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === word).length;
  const others = outcomes.filter(({ outcome }) => outcome !== 'done');
  const counts = { done: count('done'), changed: count('changed'), failed: count('failed') };
  return (
    <>
      <p role="status">{left > 0 ? t('cases.bulk.left', { n: left }) : t('cases.bulk.results', counts)}</p>
      {others.length > 0 && (
        <Rows aria-label={t('cases.bulk.notDone')}>
          {others.map(({ row, outcome, error }) => (
            <li key={row.id}>
              <span className="hw-tabular">{row.code}</span> · {t(`cases.bulk.outcome.${outcome}`)} ·{' '}
              <span className="hw-meta">{why(error)}</span>
            </li>
          ))}
        </Rows>
      )}
    </>
  );
}
