import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { checkStyles, Clashes, turnOf } from '../../shared/impact';
import { fieldIn, useKinds } from '../../shared/rules';
import { plannedPath } from '../../shared/planned';
import { ScopedLink } from '../../shared/scope';
import { useLocalText } from '../../shared/useLocalText';
import type { CalendarEntry } from './documents';

/** Names of this many fields are said; the number says how many there are. */
const NAMED = 3;

const Checks = styled('div')({ ...checkStyles });
const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8 });

/** What begins or ends, in a sentence. */
export function useWhatHappens(): (entry: CalendarEntry) => string {
  const t = useTranslate();
  return ({ fact, event, node, parent, policyName, versionNumber }) => {
    const words = { unit: node.name, parent: parent?.name ?? '', policy: policyName ?? 'none', number: versionNumber ?? 0 };
    return t(`calendar.did.${fact}.${event}`, words);
  };
}

interface EntryProps {
  readonly entry: CalendarEntry;
  /** Asks what it will change, of what is recorded; a change set shows its own impact. */
  readonly onImpact: (turn: string) => void;
  readonly onReschedule: (entry: CalendarEntry) => void;
}

/** One thing that begins or ends, linked to what the unit has from then on, or to the change set that is to be carried out. */
export function Entry({ entry, onImpact, onReschedule }: EntryProps) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const kinds = useKinds().data ?? [];
  const { factId, changeSetId, at, event, kind, fields, authorName, reason } = entry;
  const did = useWhatHappens()(entry);
  const names = fields.slice(0, NAMED).flatMap((key) => {
    const field = fieldIn(kinds, key, kind ?? undefined);
    return field ? [localText(field.label)] : [];
  });
  const more = fields.length > NAMED ? '…' : '';
  return (
    <>
      <span className="hw-meta">{format.textTime(at)}</span>
      <div>
        <ScopedLink to={plannedPath(entry)}>{did}</ScopedLink>
      </div>
      <div className="hw-meta">
        {[
          names.length > 0 && t('calendar.fields', { n: fields.length, names: names.join(t('shared.list')) + more }),
          authorName,
          reason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      <Checks>
        <Clashes clashes={entry.clashes} />
      </Checks>
      <Actions>
        {changeSetId === null && (
          <Button
            variant="text"
            size="small"
            aria-label={`${t('shared.turn.open')} · ${did}`}
            onClick={() => onImpact(turnOf(factId, event))}
          >
            {t('shared.turn.open')}
          </Button>
        )}
        {entry.allowedActions.includes('rules.reschedule') && (
          <Button
            variant="outlined"
            size="small"
            aria-label={`${t('assign.reschedule.verb')} · ${did}`}
            onClick={() => onReschedule(entry)}
          >
            {t('assign.reschedule.verb')}
          </Button>
        )}
      </Actions>
    </>
  );
}
