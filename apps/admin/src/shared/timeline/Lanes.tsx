import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState, type CSSProperties } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { v } from '../../theme/vars';
import { serverNow } from '../clock';
import { useFormat } from '../format';
import { Sheet } from '../page';
import { fieldIn, useRuleText, type RuleField, type RuleKind } from '../rules';
import { ScopedLink } from '../scope';
import { EmptyState, Loaded } from '../states';
import { useLocalText } from '../useLocalText';
import { Axis, axisStyles, LANE_COLUMNS, WIDE_LANES } from './Axis';
import { timelineDocument, type Lane, type RuleTimeline, type Stretch } from './documents';
import { countOf, rowsChanged } from './rowsChanged';
import { holdsAt, lengthIn, placeIn, whenText } from './stretches';

const Root = styled('div')({
  '& [data-part="axis"]': { display: 'none' },
  '& [data-part="lane"]': { padding: '8px 0', borderTop: `1px solid ${v.line}` },
  '& h4': { margin: '0 0 4px', fontSize: 14, lineHeight: '22px', fontWeight: 600 },
  '& ol': { listStyle: 'none', margin: 0, padding: 0 },
  '& li': { minWidth: 0, padding: '4px 8px', borderLeft: `2px solid ${v.line}` },
  '& li[data-now="true"]': { borderLeftColor: v.brand, backgroundColor: v.brandTint },
  '& li[data-own="true"]': { borderLeftColor: v.tone.own.ink },
  '& [data-part="legend"]': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: 16,
    margin: '0 0 8px',
    padding: 0,
    color: v.ink2,
    fontSize: 12,
  },
  '& [data-part="legend"] span::before': {
    content: '""',
    display: 'inline-block',
    width: 12,
    height: 12,
    marginRight: 4,
    borderRadius: 2,
    border: `1px solid ${v.line}`,
    backgroundColor: v.sunken,
    verticalAlign: -2,
  },
  '& [data-part="legend"] span[data-of="now"]::before': { backgroundColor: v.brandTint },
  '& [data-part="legend"] span[data-of="own"]::before': { backgroundColor: v.tone.own.ground },
  '& li a': { color: v.ink },
  [WIDE_LANES]: {
    ...axisStyles,
    '& [data-part="lane"]': { display: 'grid', gridTemplateColumns: LANE_COLUMNS, gap: 16, alignItems: 'center' },
    '& h4': { margin: 0 },
    '& ol': { display: 'flex', position: 'relative' },
    '& li + li': { boxShadow: `inset 2px 0 ${v.surface}` },
    '& ol::after': {
      content: '""',
      position: 'absolute',
      top: -8,
      bottom: -8,
      left: 'var(--now)',
      borderLeft: `1px dashed ${v.lineStrong}`,
    },
    '& li': {
      flex: 'var(--length) 1 0',
      // Padding here would be length that no time has.
      padding: 0,
      border: 0,
      borderRadius: 4,
      backgroundColor: v.sunken,
      containerType: 'inline-size',
    },
    // A label cut to its first sign tells less than none: what it says stands in the title.
    '@container (max-width: 36px)': { '& li a': { color: 'transparent' } },
    '& li a': {
      display: 'block',
      padding: '4px 6px',
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      textOverflow: 'ellipsis',
    },
    '& li[data-own="true"]': { backgroundColor: v.tone.own.ground },
    '& li [data-part="when"], & li [data-part="rows"]': { display: 'none' },
  },
});

type Style = CSSProperties & Record<`--${string}`, string | number>;

/** The value itself becomes another one, not just who says it. */
const isMoving = ({ stretches }: Lane): boolean => new Set(stretches.map(({ value }) => JSON.stringify(value))).size > 1;

/** What the grounds of the bars mean. */
function Legend() {
  const t = useTranslate();
  return (
    <p data-part="legend">
      {(['now', 'own', 'other'] as const).map((of) => (
        <span key={of} data-of={of}>
          {t(`timeline.legend.${of}`)}
        </span>
      ))}
    </p>
  );
}

interface BarProps {
  readonly field: RuleField;
  readonly stretch: Stretch;
  /** What the field was before it, where that is known. */
  readonly before: Stretch | undefined;
  readonly timeline: RuleTimeline;
}

/** A value in a line; of a table that changed, in how many rows, and in which. */
function useSaid({ field, stretch, before }: BarProps): { readonly text: string; readonly rows: readonly string[] } {
  const t = useTranslate();
  const texts = useRuleText();
  const told = texts.value(field, stretch.value);
  const changes = rowsChanged(field, before ? texts.value(field, before.value) : null, told);
  if (!changes) return { text: told.text, rows: [] };
  const rows = changes.map(({ change, line }) => t(`difference.${change}`, { line }));
  return { text: t('timeline.rows', { n: countOf(changes) }), rows };
}

function Bar(props: BarProps) {
  const { stretch, timeline } = props;
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const { node, kind } = timeline;
  const said = useSaid(props);
  const isNow = holdsAt(stretch, serverNow());
  const when = [
    whenText(stretch, format, t),
    isNow && t('timeline.current'),
    texts.source(stretch.source),
    stretch.lockedBy && t('timeline.locked', { unit: stretch.lockedBy.name }),
  ]
    .filter(Boolean)
    .join(' · ');
  const at = stretch.from === null || isNow ? '' : `&at=${encodeURIComponent(stretch.from)}`;
  const style: Style = { '--length': lengthIn(stretch, timeline) / 3_600_000 };
  return (
    <li
      style={style}
      data-now={isNow}
      data-own={stretch.source.node?.id === node.id}
      title={[`${said.text} · ${when}`, ...said.rows].join('\n')}
    >
      <ScopedLink to={`/effective/${node.id}?kind=${kind}${at}`}>{said.text}</ScopedLink>
      {said.rows.map((row) => (
        <div key={row} data-part="rows">
          {row}
        </div>
      ))}
      <div data-part="when" className="hw-meta">
        {when}
      </div>
    </li>
  );
}

function LaneRow({ lane, timeline, schema }: { lane: Lane; timeline: RuleTimeline; schema: RuleKind }) {
  const localText = useLocalText();
  const field = fieldIn([schema], lane.field);
  if (!field) return null;
  const style: Style = { '--now': `${String(placeIn(serverNow(), timeline) * 100)}%` };
  return (
    <div data-part="lane">
      <h4>{localText(field.label)}</h4>
      <ol style={style} aria-label={localText(field.label)}>
        {lane.stretches.map((stretch, index) => (
          <Bar key={stretch.from ?? 'before'} {...{ field, stretch, before: lane.stretches[index - 1], timeline }} />
        ))}
      </ol>
    </div>
  );
}

function Drawn({ timeline, schema }: { timeline: RuleTimeline; schema: RuleKind }) {
  const t = useTranslate();
  const [all, setAll] = useState(false);
  const moving = timeline.lanes.filter(isMoving);
  const steady = timeline.lanes.length - moving.length;
  const lanes = all ? timeline.lanes : moving;
  return (
    <Root>
      {lanes.length === 0 && <EmptyState kind="nothing" text={t('timeline.none')} />}
      {lanes.length > 0 && <Legend />}
      {lanes.length > 0 && <Axis window={timeline} />}
      {lanes.map((lane) => (
        <LaneRow key={lane.field} {...{ lane, timeline, schema }} />
      ))}
      <p className="hw-hint">
        {!all && steady > 0 && `${t('timeline.steady', { n: steady })} `}
        {steady > 0 && (
          <Button variant="text" size="small" onClick={() => setAll(!all)}>
            {t(all ? 'timeline.showMoving' : 'timeline.showAll')}
          </Button>
        )}
      </p>
    </Root>
  );
}

/** P7: a lane per field of a kind, its values over a year back and a year ahead; on phones, a list. */
export function KindLanes({ nodeId, schema }: { nodeId: string; schema: RuleKind }) {
  const t = useTranslate();
  const localText = useLocalText();
  const query = useApiQuery(timelineDocument, { nodeId, kind: schema.key });
  return (
    <Sheet title={localText(schema.label)}>
      <Loaded query={query} failed={t('timeline.failed')}>
        {({ ruleTimeline }) => <Drawn timeline={ruleTimeline} schema={schema} />}
      </Loaded>
    </Sheet>
  );
}
