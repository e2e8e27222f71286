import Popover from '@mui/material/Popover';
import { styled } from '@mui/material/styles';
import { useState, type CSSProperties, type ReactNode } from 'react';
import EventBusy from '@mui/icons-material/EventBusyOutlined';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { Axis, axisStyles, LANE_COLUMNS, placeIn, type Window } from '../../shared/timeline';
import { v } from '../../theme/vars';
import type { CalendarEntry } from './documents';
import { useWhatHappens } from './Entry';
import { lanesOf, type CalendarLane, type LaneBar } from './lanes';
import { useLaneTopics, type LaneKind } from './useLaneTopics';

const Root = styled('div')({
  ...axisStyles,
  '& [data-part="lane"]': {
    display: 'grid',
    gridTemplateColumns: LANE_COLUMNS,
    gap: 16,
    padding: '8px 0',
    borderTop: `1px solid ${v.line}`,
  },
  '& h3': { margin: 0, padding: '5px 0', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& h3 > .hw-meta': { display: 'block', fontWeight: 400 },
  '& ol': { listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 4 },
  '& li': { display: 'flex' },
  '& button': {
    display: 'flex',
    alignItems: 'center',
    gap: 4,
    marginLeft: 'calc(var(--at) * 100%)',
    width: 'calc(var(--length) * 100%)',
    // A label that does not fit in the bar stands out of it, into the time that is free.
    minWidth: 'max-content',
    height: 32,
    padding: '0 8px',
    border: 0,
    borderLeft: `3px solid ${v.brand}`,
    borderRadius: 4,
    font: 'inherit',
    color: v.ink,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    backgroundColor: v.brandTint,
  },
  '& li[data-late="true"] button': { marginLeft: 'auto' },
  '& button[data-fact="suspension"]': { borderLeftStyle: 'dashed', backgroundColor: v.sunken },
  '& button[data-fact="exemption"]': { borderLeftColor: v.tone.wait.ink, backgroundColor: v.tone.wait.ground },
  '& button svg': { width: 18, height: 18, color: v.tone.act.ink },
});

const Opened = styled('div')({ padding: 16, maxWidth: 420 });

type Style = CSSProperties & Record<`--${string}`, string | number>;

/** From this part of the window on, a bar's label is drawn to the left of where it would leave the sheet. */
const LATE = 0.6;

interface BarProps {
  readonly bar: LaneBar;
  readonly window: Window;
  readonly onOpen: (entry: CalendarEntry, at: HTMLElement) => void;
}

function Bar({ bar: { entry, from, to }, window, onOpen }: BarProps) {
  const format = useFormat();
  const whatHappens = useWhatHappens();
  const at = placeIn(Date.parse(from), window);
  const end = to === null ? 1 : placeIn(Date.parse(to), window);
  const style: Style = { '--at': at, '--length': end - at };
  const isInstant = entry.fact === 'move';
  return (
    <li data-late={at > LATE}>
      <button
        type="button"
        style={isInstant ? { ...style, '--length': 0 } : style}
        data-fact={entry.fact}
        title={format.interval(from, to)}
        onClick={({ currentTarget }) => onOpen(entry, currentTarget)}
      >
        {entry.clashes.length > 0 && <EventBusy aria-hidden />}
        {whatHappens(entry)}
      </button>
    </li>
  );
}

function Lane({ lane, ...rest }: { lane: CalendarLane } & Omit<BarProps, 'bar'>) {
  return (
    <div data-part="lane">
      <h3>
        {lane.name}
        {lane.hint && <span className="hw-meta">{lane.hint}</span>}
      </h3>
      <ol aria-label={lane.name}>
        {lane.bars.map((bar) => (
          <Bar key={bar.entry.id} bar={bar} {...rest} />
        ))}
      </ol>
    </div>
  );
}

interface LanesProps {
  readonly by: LaneKind;
  readonly entries: readonly CalendarEntry[];
  readonly window: Window;
  /** The entry as the list has it, with what may be done. */
  readonly children: (entry: CalendarEntry, close: () => void) => ReactNode;
}

/** P7: a lane per unit, or per field, and what is scheduled there over its time. */
export function Lanes({ by, entries, window, children }: LanesProps) {
  const topicsOf = useLaneTopics(by);
  const [opened, setOpened] = useState<{ entry: CalendarEntry; at: HTMLElement } | null>(null);
  const close = () => setOpened(null);
  return (
    <Sheet>
      <Root>
        <Axis window={window} />
        {lanesOf(entries, topicsOf).map((lane) => (
          <Lane key={lane.key} lane={lane} window={window} onOpen={(entry, at) => setOpened({ entry, at })} />
        ))}
      </Root>
      <Popover
        open={opened !== null}
        anchorEl={opened?.at}
        onClose={close}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        {opened && <Opened>{children(opened.entry, close)}</Opened>}
      </Popover>
    </Sheet>
  );
}
