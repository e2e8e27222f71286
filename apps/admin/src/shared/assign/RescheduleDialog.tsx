import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { needsApproval, NoWay } from '../changeSet';
import { ActionDialog } from '../dialog';
import { InZone, useCalendar, useFormat } from '../format';
import { ImpactPanel, RescheduleBranches, type Effect } from '../impact';
import { useZoneOf } from '../node';
import { Loaded } from '../states';
import { previewRescheduleDocument, rescheduleDocument } from './documents';
import { instants, IntervalFields, type Interval } from './IntervalFields';

/** An assignment that has not begun; instants in ISO 8601. */
export interface Scheduled {
  readonly id: string;
  readonly unit: { readonly id: string; readonly name: string };
  /** What begins there: a policy and its number. */
  readonly label: string;
  readonly from: string;
  readonly to: string | null;
}

interface RescheduleDialogProps {
  readonly scheduled: Scheduled;
  readonly onDone: (done: { readonly text: string; readonly effect: Effect }) => void;
  readonly onClose: () => void;
}

type Calendar = ReturnType<typeof useCalendar>;

/** The days of the calendar between which it holds now. */
const daysOf = ({ from, to }: Scheduled, calendar: Calendar): Interval => ({
  from: calendar.dayOf(from),
  // The end is open: the last day is that of the moment before it.
  to: to === null ? '' : calendar.dayOf(new Date(Date.parse(to) - 1).toISOString()),
});

/** The instants of the chosen days; a day that stays keeps its minute. */
function chosen(scheduled: Scheduled, before: Interval, interval: Interval, calendar: Calendar) {
  const { from, to } = instants(interval, calendar);
  return {
    from: interval.from === before.from ? scheduled.from : from,
    to: interval.to === before.to ? scheduled.to : to,
  };
}

/** 改期: gives what has not begun another date; what it covers and what it meets stands above the button (P7). */
export function RescheduleDialog({ scheduled, onDone, onClose }: RescheduleDialogProps) {
  const t = useTranslate();
  const zone = useZoneOf(scheduled.unit.id);
  const calendar = useCalendar(zone);
  const format = useFormat(zone);
  const reschedule = useApiMutation(rescheduleDocument);
  const before = daysOf(scheduled, calendar);
  const [interval, setInterval] = useState<Interval | null>(null);
  const shown = interval ?? before;
  const isMoved = shown.from !== before.from || shown.to !== before.to;
  const variables = { id: scheduled.id, ...chosen(scheduled, before, shown, calendar) };
  const preview = useApiQuery(previewRescheduleDocument, variables, { enabled: isMoved });
  const effect = preview.isPlaceholderData ? undefined : preview.data?.previewReschedule;
  const words = { unit: scheduled.unit.name, what: scheduled.label };
  const confirm = async (reason: string) => {
    const done = (await reschedule.mutateAsync({ ...variables, reason })).rescheduleAssignment;
    const date = format.textDate(variables.from ?? new Date().toISOString());
    onDone({ effect: done, text: t('assign.reschedule.done', { ...words, date }) });
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('assign.reschedule.title', words)}
      confirm={
        shown.from === ''
          ? t('assign.reschedule.atOnce')
          : t('assign.reschedule.confirm', { date: format.textDate(variables.from ?? new Date().toISOString()) })
      }
      effect={t('assign.reschedule.effect', { ...words, interval: format.interval(scheduled.from, scheduled.to) })}
      reason={{ label: t('assign.reschedule.reason'), required: true }}
      ready={isMoved && effect?.problems.length === 0 && !needsApproval(effect)}
      onConfirm={confirm}
    >
      <InZone zone={zone}>
        <IntervalFields value={shown} onChange={setInterval} />
        {isMoved && (
          <Loaded query={preview} failed={t('assign.previewFailed')}>
            {({ previewReschedule }) => (
              <ImpactPanel impact={previewReschedule} branches={(group) => <RescheduleBranches {...variables} {...group} />} />
            )}
          </Loaded>
        )}
        {isMoved && <NoWay impact={effect} instead={t('assign.reschedule.needsApproval', words)} />}
      </InZone>
    </ActionDialog>
  );
}
