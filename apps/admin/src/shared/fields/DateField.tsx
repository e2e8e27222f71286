import CalendarToday from '@mui/icons-material/CalendarTodayOutlined';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useRef, useState } from 'react';
import { isDay, type Day } from '../format';

interface DateFieldProps {
  readonly label: string;
  /** Empty for no date. */
  readonly value: Day;
  readonly onChange: (day: Day) => void;
  readonly min?: Day;
  readonly help?: string;
  readonly required?: boolean;
  readonly width?: number | string;
}

const PATTERN = 'YYYY-MM-DD';

/** A calendar day, typed or picked. Year first in both languages: browsers write 03/04 their own way, and nobody knows which month that is. */
export function DateField({ label, value, onChange, min, help, required = false, width = 176 }: DateFieldProps) {
  const t = useTranslate();
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [shownFor, setShownFor] = useState(value);
  if (shownFor !== value) {
    setShownFor(value);
    setText(value);
  }
  const take = (next: string) => {
    setText(next);
    const day = next.trim();
    if (day !== value && (day === '' || isDay(day))) onChange(day);
  };
  const isWrong = text.trim() !== '' && !isDay(text.trim());
  return (
    <TextField
      label={label}
      value={text}
      onChange={(event) => take(event.target.value)}
      placeholder={PATTERN}
      error={isWrong}
      helperText={isWrong ? t('shared.date.wrong', { pattern: PATTERN }) : help}
      required={required}
      sx={{ width }}
      slotProps={{
        htmlInput: { inputMode: 'numeric', autoComplete: 'off', className: 'hw-tabular', maxLength: 10 },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton size="small" aria-label={t('shared.date.pick', { label })} onClick={() => picker.current?.showPicker()}>
                <CalendarToday />
              </IconButton>
              <input
                ref={picker}
                type="date"
                value={isDay(value) ? value : ''}
                min={min}
                tabIndex={-1}
                aria-hidden
                onChange={(event) => take(event.target.value)}
                style={{
                  position: 'absolute',
                  insetInline: 0,
                  bottom: 0,
                  height: 0,
                  padding: 0,
                  border: 0,
                  opacity: 0,
                  pointerEvents: 'none',
                }}
              />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
