import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { InputLook } from '../../fields';
import { sameValue } from '../directives';

interface TypedInputProps<Value> extends InputLook {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly parse: (text: string) => Value;
  readonly show: (value: Value) => string;
  /** Names it where it has no name of its own. */
  readonly labelId?: string;
  readonly helpId?: string;
  readonly placeholder?: string;
  readonly unit?: string;
  readonly invalid?: boolean;
  readonly numeric?: boolean;
}

/** A text that stands for a value: what is typed stays as it is typed, until the value becomes another by some other hand. */
export function TypedInput<Value>({ value, onChange, parse, show, numeric = true, ...look }: TypedInputProps<Value>) {
  const [text, setText] = useState(() => show(value));
  const shown = sameValue(parse(text), value) ? text : show(value);
  const unfinished = typeof value === 'number' && Number.isNaN(value);
  return (
    <TextField
      label={look.label}
      value={shown}
      error={look.invalid === true || unfinished}
      placeholder={look.placeholder}
      onChange={(event) => {
        setText(event.target.value);
        onChange(parse(event.target.value));
      }}
      sx={{ width: look.width ?? 128 }}
      slotProps={{
        htmlInput: {
          inputMode: numeric ? 'decimal' : undefined,
          autoComplete: 'off',
          'aria-label': look.ariaLabel,
          'aria-labelledby': look.labelId,
          'aria-describedby': look.helpId,
          className: numeric ? 'hw-tabular' : undefined,
        },
        input: look.unit === undefined ? {} : { endAdornment: <InputAdornment position="end">{look.unit}</InputAdornment> },
      }}
    />
  );
}
