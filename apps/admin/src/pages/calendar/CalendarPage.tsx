import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { styled } from '@mui/material/styles';
import { useTranslate, type TranslateFunction } from 'ra-core';
import { useState } from 'react';
import { useApiQuery, useCursorQuery } from '../../providers/hooks';
import { RescheduleDialog, type Scheduled } from '../../shared/assign';
import { serverNow } from '../../shared/clock';
import { Choice } from '../../shared/fields';
import { useCalendar, useFormat, useZone } from '../../shared/format';
import { EffectResult, TurnDrawer, useTurnDrawer, type Effect } from '../../shared/impact';
import { Band, PageHeader, Sheet } from '../../shared/page';
import { useScope } from '../../shared/scope';
import { EmptyState, ErrorState, RowsSkeleton } from '../../shared/states';
import { MoreRows } from '../../shared/table';
import { useSetUrlParams, useUrlParam } from '../../shared/url';
import { useIsPhone } from '../../shared/useIsPhone';
import { DayGrid } from './DayGrid';
import { calendarDaysDocument, calendarDocument, type CalendarEntry } from './documents';
import { Entry } from './Entry';
import { Lanes } from './Lanes';
import { laneKinds } from './useLaneTopics';

const DAY = 24 * 3_600_000;

const spans = [14, 30, 90, 365] as const;

const Bar = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16, marginBottom: 16 });
const Months = styled('div')({ display: 'grid', gap: 16 });
const Entries = styled('ul')({ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 });

/** The entries of each month, in their order; of hundreds, by month is what one can read. */
function byMonth(entries: readonly CalendarEntry[], dayOf: (at: string) => string): [string, CalendarEntry[]][] {
  const months = new Map<string, CalendarEntry[]>();
  for (const entry of entries) {
    const month = dayOf(entry.at).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), entry]);
  }
  return [...months];
}

interface Done {
  readonly text: string;
  readonly effect: Effect;
}

const dated = ({ factId, node, policyName, versionNumber, from, to }: CalendarEntry, t: TranslateFunction): Scheduled => ({
  ...{ id: factId, unit: node, from, to },
  label: policyName === null ? t('rules.edit.inherit') : `${policyName} v${String(versionNumber ?? '')}`,
});

interface Period {
  readonly from: string;
  readonly to: string;
  /** A day of the period that is looked at alone: 2026-03-12. */
  readonly day: string;
}

/** The part of the period that a day is. */
function usePart({ from, to, day }: Period): Pick<Period, 'from' | 'to'> {
  const { startOfDay, endOfDay } = useCalendar();
  if (day === '') return { from, to };
  const [begin, end] = [startOfDay(day), endOfDay(day)];
  return { from: begin > from ? begin : from, to: end < to ? end : to };
}

/** As of the opening of the page: a question that changed by the second would never be answered from what is known. */
function usePeriod() {
  const [span, setSpan] = useUrlParam('days', '90');
  const [day, setDay] = useUrlParam('day');
  const setParams = useSetUrlParams();
  const days = spans.find((each) => String(each) === span) ?? 90;
  const [opened] = useState(serverNow);
  const { dayOf } = useCalendar();
  const [from, to] = [opened, opened + days * DAY].map((at) => new Date(at).toISOString()) as [string, string];
  const isWithin = dayOf(from) <= day && day <= dayOf(to);
  return {
    ...{ days, from, to, setDay, day: isWithin ? day : '' },
    setSpan: (value: string) => {
      setSpan(value);
      setParams({ day: null });
    },
  };
}

function SpanField({ days, onChange }: { days: number; onChange: (value: string) => void }) {
  const t = useTranslate();
  return (
    <Choice
      id="calendar-span"
      label={t('calendar.span')}
      value={days}
      options={spans.map((each) => [each, t('calendar.days', { n: each })])}
      onChange={(chosen) => onChange(String(chosen))}
      width={200}
    />
  );
}

const views = ['list', 'lanes'] as const;

interface ToggleProps {
  /** Of its words: `view`, `by`. */
  readonly name: string;
  readonly among: readonly string[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Toggle({ name, among, value, onChange }: ToggleProps) {
  const t = useTranslate();
  return (
    <ToggleButtonGroup
      exclusive
      size="small"
      aria-label={t(`calendar.${name}.label`)}
      value={value}
      onChange={(_, next: string | null) => next && onChange(next)}
    >
      {among.map((each) => (
        <ToggleButton key={each} value={each}>
          {t(`calendar.${name}.${each}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** What begins and what ends, by date (P7): how much on which day, as a list or in lanes. */
export function CalendarPage() {
  const t = useTranslate();
  const format = useFormat();
  const { dayOf } = useCalendar();
  const zone = useZone();
  const isPhone = useIsPhone();
  const { nodeId: within } = useScope();
  const { days, from, to, day, setDay, setSpan } = usePeriod();
  const [wanted, setView] = useUrlParam('view', 'list');
  const view = wanted === 'lanes' && !isPhone ? 'lanes' : 'list';
  const [wantedBy, setBy] = useUrlParam('by', 'unit');
  const by = laneKinds.find((each) => each === wantedBy) ?? 'unit';
  const turn = useTurnDrawer();
  const [moving, setMoving] = useState<CalendarEntry | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const part = usePart({ from, to, day });
  const list = useCursorQuery(calendarDocument, { filter: { ...part, within } }, (answer) => answer.calendar, { pageSize: 50 });
  const counts = useApiQuery(calendarDaysDocument, { filter: { from, to, within }, timeZone: zone });
  const found = new Map(counts.data?.calendarDays.map((each) => [each.day, each.entries]));
  return (
    <>
      <PageHeader title={t('calendar.title')} date={t('calendar.until', { date: format.textDate(to) })} />
      <Bar>
        <SpanField days={days} onChange={setSpan} />
        {!isPhone && <Toggle name="view" among={views} value={view} onChange={setView} />}
        {view === 'lanes' && <Toggle name="by" among={laneKinds} value={by} onChange={setBy} />}
      </Bar>
      {done && <EffectResult title={done.text} effect={done.effect} onClose={() => setDone(null)} />}
      {counts.error && <ErrorState failed={t('calendar.failed')} error={counts.error} onRetry={() => void counts.refetch()} />}
      {found.size > 0 && <DayGrid first={dayOf(from)} last={dayOf(to)} counts={found} chosen={day} onChoose={setDay} />}
      {day !== '' && (
        <Band
          tone="act"
          action={
            <Button variant="outlined" size="small" onClick={() => setDay(null)}>
              {t('calendar.allDays')}
            </Button>
          }
        >
          {t('calendar.onDay', { day: format.day(day), n: found.get(day) ?? 0 })}
        </Band>
      )}
      {list.isPending && <RowsSkeleton />}
      {list.error && <ErrorState failed={t('calendar.failed')} error={list.error} onRetry={list.retry} />}
      {list.total === 0 && <EmptyState kind="nothing" text={t('calendar.none')} hint={t('calendar.noneHint')} />}
      {view === 'lanes' && list.rows.length > 0 ? (
        <Lanes by={by} entries={list.rows} window={part}>
          {(entry, close) => (
            <Entry
              entry={entry}
              onImpact={(id) => {
                close();
                turn.open(id);
              }}
              onReschedule={(each) => {
                close();
                setMoving(each);
              }}
            />
          )}
        </Lanes>
      ) : (
        <Months>
          {byMonth(list.rows, dayOf).map(([month, entries]) => (
            <Sheet key={month} title={format.month(month)}>
              <Entries>
                {entries.map((entry) => (
                  <li key={entry.id}>
                    <Entry entry={entry} onImpact={turn.open} onReschedule={setMoving} />
                  </li>
                ))}
              </Entries>
            </Sheet>
          ))}
        </Months>
      )}
      {list.rows.length > 0 && <MoreRows list={list} />}
      <TurnDrawer drawer={turn} />
      {moving && <RescheduleDialog scheduled={dated(moving, t)} onDone={setDone} onClose={() => setMoving(null)} />}
    </>
  );
}
