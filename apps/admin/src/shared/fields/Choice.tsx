import MenuItem from '@mui/material/MenuItem';
import TextField, { type TextFieldProps } from '@mui/material/TextField';
import type { ReactNode } from 'react';

/** How a field is named, by a label above it or by words that only a reader hears, and how wide it is. */
export interface InputLook {
  readonly label?: string;
  readonly ariaLabel?: string;
  readonly width?: number | string;
}

/** The same of a choice; where space is left around it too, that and its width are its `sx`. */
export type ChoiceLook = InputLook &
  Readonly<Pick<TextFieldProps, 'id' | 'required' | 'disabled' | 'helperText' | 'error' | 'sx'>>;

interface ChoiceProps<Value extends string | number> extends ChoiceLook {
  readonly value: Value | '';
  readonly options: readonly (readonly [value: Value, text: ReactNode])[];
  readonly onChange: (value: Value) => void;
}

/** The name of a choice that has no label above it, for itself and for its list. */
export const namedSelect = (ariaLabel: string | undefined) =>
  ariaLabel === undefined
    ? {}
    : { SelectDisplayProps: { 'aria-label': ariaLabel }, MenuProps: { slotProps: { list: { 'aria-label': ariaLabel } } } };

/** One of a few words; none of them yet, where the value is empty. */
export function Choice<Value extends string | number>({
  ariaLabel,
  width,
  sx = { width },
  options,
  onChange,
  ...field
}: ChoiceProps<Value>) {
  return (
    <TextField
      select
      {...field}
      onChange={(event) => onChange(event.target.value as Value)}
      sx={sx}
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
