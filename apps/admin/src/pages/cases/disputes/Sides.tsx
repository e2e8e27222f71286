import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import { v } from '../../../theme/vars';
import type { CaseDetail } from '../documents';
import { useActor, useEventText } from '../eventWords';

const Root = styled('div')({
  display: 'grid',
  gap: 16,
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
  '& h3': { margin: '0 0 8px', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& ul': { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 },
  '& blockquote': { margin: '4px 0 0', padding: '4px 8px', backgroundColor: v.canvas, borderRadius: 4, overflowWrap: 'anywhere' },
});

type Event = CaseDetail['events'][number];

interface SideProps {
  readonly title: string;
  readonly events: readonly Event[];
  /** What the buyer wrote when he applied. */
  readonly text?: string | null;
}

function Words({ event }: { event: Event }) {
  const format = useFormat();
  const actor = useActor();
  const eventText = useEventText();
  return (
    <li>
      <div className="hw-meta">
        {eventText(event)} · {actor(event)} · <time dateTime={event.at}>{format.nearTime(event.at)}</time>
      </div>
      <blockquote>{event.reason}</blockquote>
    </li>
  );
}

function Side({ title, events, text = null }: SideProps) {
  const t = useTranslate();
  const nothing = events.length === 0 && text === null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {nothing && <p className="hw-hint">{t('cases.disputes.nothingSaid')}</p>}
      <ul>
        {text !== null && (
          <li>
            <div className="hw-meta">{t('cases.fact.text')}</div>
            <blockquote>{text}</blockquote>
          </li>
        )}
        {events.map((event) => (
          <Words key={event.id} event={event} />
        ))}
      </ul>
    </section>
  );
}

/** What the buyer and the chain said of it, each in its order: a verdict hears both. */
export function Sides({ item }: { item: CaseDetail }) {
  const t = useTranslate();
  const said = item.events.filter(({ reason }) => reason !== null && reason !== '');
  return (
    <Root>
      <Side
        title={t('cases.disputes.buyer')}
        events={said.filter(({ actorKind }) => actorKind === 'buyer')}
        text={item.text === '' ? null : item.text}
      />
      <Side title={t('cases.disputes.store')} events={said.filter(({ actorKind }) => actorKind !== 'buyer')} />
    </Root>
  );
}
