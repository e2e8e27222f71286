import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId } from 'react';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
  readonly width?: number;
}

/** One of a few words. */
export function Choice<Value extends string>({ label, value, options, onChange, width = 160 }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
      sx={{ width }}
    >
      {options.map(([each, text]) => (
        <MenuItem key={each} value={each}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}

const NONE = 'any';

interface OptionalChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | null;
  readonly options: readonly (readonly [value: Value, label: string])[];
  /** What null is called. */
  readonly any: string;
  readonly onChange: (value: Value | null) => void;
}

/** One of a few words, or any of them. */
export function OptionalChoice<Value extends string>({ value, options, any, onChange, ...rest }: OptionalChoiceProps<Value>) {
  return (
    <Choice<string>
      {...rest}
      value={value ?? NONE}
      options={[[NONE, any], ...options]}
      onChange={(next) => onChange(next === NONE ? null : (next as Value))}
    />
  );
}
