import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { useRuleText } from '../../shared/rules';
import type { ChangeEvent } from './documents';

const List = styled('ol')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 });

/** Who did what with the set, the latest first. */
export function Record({ events }: { events: readonly ChangeEvent[] }) {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const causes = (event: ChangeEvent) => event.causes.map((cause) => t(`changes.cause.${cause}`)).join(t('shared.list'));
  const said = (event: ChangeEvent) => {
    const words = { who: event.actorName, causes: causes(event) };
    if (event.items === null) return texts.say(`changes.event.${event.action}`, words);
    const at = format.textTime(event.at);
    return texts.say(`changes.event.${event.voided ? 'editedVoid' : 'edited'}`, { ...words, at, n: event.items });
  };
  return (
    <Sheet>
      <List>
        {events.map((event) => (
          <li key={`${event.at} ${event.action}`}>
            <div className="hw-meta">{format.textTime(event.at)}</div>
            {said(event)}
            {event.reason !== null && <div>{event.reason}</div>}
          </li>
        ))}
      </List>
    </Sheet>
  );
}
