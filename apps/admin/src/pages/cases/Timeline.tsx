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

/** Every step, the newest first: what, who, when, why, and the deadline it left. */
export function Timeline({ events }: { events: readonly Event[] }) {
  return (
    <List>
      {[...events].reverse().map((event, index) => (
        <Step key={event.id} event={event} newest={index === 0} />
      ))}
    </List>
  );
}
