import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { serverNow } from '../../shared/clock';
import { useCalendar, useFormat } from '../../shared/format';
import { PageHeader, Sheet } from '../../shared/page';
import { useScope } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { useUrlParam } from '../../shared/url';
import { calendarDocument, type CalendarEntry } from './documents';
import { Entry } from './Entry';

const DAY = 24 * 3_600_000;

const spans = [30, 90, 365] as const;

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

/** What begins and what ends, by date (P7). */
export function CalendarPage() {
  const t = useTranslate();
  const format = useFormat();
  const { dayOf } = useCalendar();
  const { nodeId: within } = useScope();
  const [span, setSpan] = useUrlParam('days', '90');
  const days = spans.find((each) => String(each) === span) ?? 90;
  // As of the opening of the page: a question that changed by the second would never be answered from what is known.
  const [opened] = useState(serverNow);
  const to = new Date(opened + days * DAY).toISOString();
  const query = useApiQuery(calendarDocument, { filter: { to, within } });
  return (
    <>
      <PageHeader title={t('calendar.title')} date={t('calendar.until', { date: format.textDate(to) })} />
      <TextField
        select
        id="calendar-span"
        label={t('calendar.span')}
        value={days}
        onChange={(event) => setSpan(event.target.value)}
        sx={{ width: 200, marginBottom: 2 }}
      >
        {spans.map((each) => (
          <MenuItem key={each} value={each}>
            {t('calendar.days', { n: each })}
          </MenuItem>
        ))}
      </TextField>
      <Loaded query={query} failed={t('calendar.failed')}>
        {({ calendar }) => (
          <Months>
            {calendar.length === 0 && <EmptyState kind="nothing" text={t('calendar.none')} hint={t('calendar.noneHint')} />}
            {byMonth(calendar, dayOf).map(([month, entries]) => (
              <Sheet key={month} title={format.month(month)}>
                <Entries>
                  {entries.map((entry) => (
                    <li key={entry.id}>
                      <Entry entry={entry} />
                    </li>
                  ))}
                </Entries>
              </Sheet>
            ))}
          </Months>
        )}
      </Loaded>
    </>
  );
}
