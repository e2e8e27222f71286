import TextField from '@mui/material/TextField';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { serverNow } from '../clock';
import { DateField } from './DateField';
import { isDay, useCalendar, useFormat, toMs, type Day } from '../format';

/** An instant in ISO 8601, nothing at all, or null for what cannot be taken: one half of it, or a time that may not be. */
export type TypedTime = string | null;

interface TimeFieldProps {
  readonly label: string;
  readonly onChange: (at: TypedTime) => void;
  readonly help?: string;
  readonly required?: boolean;
  /** It has happened: not later than now. */
  readonly past?: boolean;
}

const Row = styled('div')({ display: 'grid', gap: 12, gridTemplateColumns: 'repeat(auto-fit, minmax(136px, 1fr))' });

interface Parts {
  readonly day: Day;
  readonly time: string;
}

const PATTERN = 'HH:MM';

/** A time of day as typed: `9:30`, `1405`, `14：05`; null where it is none. */
function timeOf(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:：]?(\d{2})$/.exec(text.trim()) ?? [];
  return hour !== '' && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null;
}

/** The instant that was typed, and whether it may be; `''` while nothing was. */
function useTyped(past: boolean) {
  const { instantAt } = useCalendar();
  return ({ day, time }: Parts): { at: TypedTime; late: boolean } => {
    if (day === '' && time === '') return { at: '', late: false };
    const clock = timeOf(time);
    const at = isDay(day) && clock !== null ? instantAt(day, clock) : null;
    const late = past && at !== null && toMs(at) > serverNow();
    return { at: late ? null : at, late };
  };
}

/**
 * A day and a time of day by the clocks of the unit, whose zone is named where the viewer's clock shows another time. Typed in 24 hours, as
 * the console tells them: a browser's own field follows the computer's language instead.
 */
export function TimeField({ label, onChange, help, required = false, past = false }: TimeFieldProps) {
  const t = useTranslate();
  const format = useFormat();
  const typed = useTyped(past);
  const [parts, setParts] = useState<Parts>({ day: '', time: '' });
  const { at, late } = typed(parts);
  const change = (patch: Partial<Parts>) => {
    const next = { ...parts, ...patch };
    setParts(next);
    onChange(typed(next).at);
  };
  const zone = format.zoneName(at || serverNow());
  const malformed = parts.time.trim() !== '' && timeOf(parts.time) === null;
  const wrong = late ? t('shared.time.past') : malformed ? t('shared.date.wrong', { pattern: PATTERN }) : null;
  const whose = zone === null ? undefined : t('shared.time.zone', { zone });
  return (
    <Row role="group" aria-label={label}>
      <DateField
        label={label}
        value={parts.day}
        onChange={(day) => change({ day })}
        help={help}
        required={required}
        width="100%"
      />
      <TextField
        label={t('shared.time.label')}
        value={parts.time}
        onChange={(event) => change({ time: event.target.value })}
        placeholder={PATTERN}
        error={wrong !== null}
        helperText={wrong ?? whose}
        required={required}
        slotProps={{ htmlInput: { autoComplete: 'off', className: 'hw-tabular', maxLength: 5 } }}
      />
    </Row>
  );
}
