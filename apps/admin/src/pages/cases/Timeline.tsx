import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { v } from '../../theme/vars';
import type { CaseDetail } from './documents';
import { useActor, useEventText } from './eventWords';

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { position: 'relative', padding: '0 0 16px 20px', borderLeft: `2px solid ${v.line}`, marginLeft: 4 },
  '& li:last-child': { paddingBottom: 0 },
  '& li::before': {
    content: '""',
    position: 'absolute',
    left: -5,
    top: 7,
    width: 8,
    height: 8,
    borderRadius: 4,
    backgroundColor: v.brand,
  },
  '& li[data-actor="buyer"]::before': { backgroundColor: v.tone.wait.ink },
  '& li[data-actor="system"]::before': { backgroundColor: v.surface, boxShadow: `inset 0 0 0 2px ${v.lineStrong}` },
  '& li[data-newest="true"] > div:first-of-type': { fontWeight: 600 },
  '& blockquote': { margin: '4px 0 0', padding: '4px 8px', backgroundColor: v.canvas, borderRadius: 4, overflowWrap: 'anywhere' },
});

const Days = styled('div')({
  display: 'grid',
  gap: 8,
  '& summary': { cursor: 'pointer', fontWeight: 600, padding: '4px 0' },
});

type Event = CaseDetail['events'][number];

function Step({ event, newest }: { event: Event; newest: boolean }) {
  const t = useTranslate();
  const format = useFormat();
  const actor = useActor();
  const eventText = useEventText();
  const due = event.newDeadline !== null && event.oldDeadline !== event.newDeadline ? event.newDeadline : null;
  return (
    <li data-actor={event.actorKind} data-newest={newest}>
      <div>{eventText(event)}</div>
      <div className="hw-meta">
        {actor(event)} · <time dateTime={event.at}>{format.textTime(event.at)}</time>
      </div>
      {due !== null && <div className="hw-meta">{t('cases.page.newDeadline', { at: format.nearTime(due) })}</div>}
      {event.reason !== null && event.reason !== '' && <blockquote>{event.reason}</blockquote>}
    </li>
  );
}

/** From so many steps on a history is folded. */
const LONG = 12;

/** The steps of each day, the newest day first; `at` is the newest of them. */
function byDay(events: readonly Event[], dayOf: (at: string) => string): readonly Event[][] {
  const days = new Map<string, Event[]>();
  for (const event of events) days.set(dayOf(event.at), [...(days.get(dayOf(event.at)) ?? []), event]);
  return [...days.values()];
}

function Steps({ events, newestId }: { events: readonly Event[]; newestId: string | undefined }) {
  return (
    <List>
      {events.map((event) => (
        <Step key={event.id} event={event} newest={event.id === newestId} />
      ))}
    </List>
  );
}

/** Every step, the newest first: what, who, when, why, and the deadline it left. A long history shows its last day; the others unfold. */
export function Timeline({ events }: { events: readonly Event[] }) {
  const t = useTranslate();
  const format = useFormat();
  const newestFirst = [...events].reverse();
  const newestId = newestFirst[0]?.id;
  if (events.length <= LONG) return <Steps events={newestFirst} newestId={newestId} />;
  return (
    <Days>
      {byDay(newestFirst, format.textDate).map((day, index) => (
        <details key={day[0]?.id} open={index === 0}>
          <summary>{t('cases.page.day', { day: format.textDate(day[0]?.at ?? ''), n: day.length })}</summary>
          <Steps events={day} newestId={newestId} />
        </details>
      ))}
    </Days>
  );
}
