import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { DateField } from '../fields';
import { useCalendar, type Day } from '../format';
import { Notes } from '../rules';

const Dates = styled('div')({ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(160px, 1fr))' });

export interface Interval {
  readonly from: Day;
  readonly to: Day;
}

type Calendar = ReturnType<typeof useCalendar>;

/** Days of the unit as instants: today is now, an end is the midnight after it. */
export const instants = ({ from, to }: Interval, calendar: Calendar) => ({
  from: from === '' || from === calendar.today() ? null : calendar.startOfDay(from),
  to: to === '' ? null : calendar.endOfDay(to),
});

/** From which day, and through which; a past one is said to be a correction. */
export function IntervalFields({ value, onChange }: { value: Interval; onChange: (value: Interval) => void }) {
  const t = useTranslate();
  const { today } = useCalendar();
  const isPast = value.from !== '' && value.from < today();
  return (
    <>
      <Dates>
        <DateField
          label={t('assign.from')}
          value={value.from}
          onChange={(from) => onChange({ ...value, from })}
          help={t('assign.fromHelp')}
          width="100%"
        />
        <DateField
          label={t('assign.to')}
          value={value.to}
          onChange={(to) => onChange({ ...value, to })}
          help={t('assign.toHelp')}
          width="100%"
        />
      </Dates>
      {isPast && (
        <Notes>
          <li data-tone="act">{t('assign.past')}</li>
        </Notes>
      )}
    </>
  );
}
