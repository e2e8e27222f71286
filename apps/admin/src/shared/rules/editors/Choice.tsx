import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import type { InputLook } from './props';

interface ChoiceProps<Value extends string> extends InputLook {
  readonly value: Value;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly onChange: (value: Value) => void;
}

/** The name of a choice that has no label above it, for itself and for its list. */
export const namedSelect = (ariaLabel: string | undefined) =>
  ariaLabel === undefined
    ? {}
    : { SelectDisplayProps: { 'aria-label': ariaLabel }, MenuProps: { slotProps: { list: { 'aria-label': ariaLabel } } } };

/** One of a few words. */
export function Choice<Value extends string>({ label, ariaLabel, value, options, onChange, width = 160 }: ChoiceProps<Value>) {
  const id = useId();
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
      sx={{ width }}
      slotProps={{ select: namedSelect(ariaLabel) }}
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

interface OptionalChoiceProps<Value extends string> extends InputLook {
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
