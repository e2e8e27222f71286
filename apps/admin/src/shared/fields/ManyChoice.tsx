import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { namedSelect, type ChoiceLook } from './Choice';

interface ManyChoiceProps<Value extends string> extends ChoiceLook {
  readonly value: readonly Value[];
  readonly options: readonly (readonly [value: Value, text: string])[];
  /** What none chosen is called. */
  readonly any: string;
  /** What those chosen are called together, where it is not their texts one by one. */
  readonly told?: string;
  /** A box beside each that is ticked once it is chosen. */
  readonly boxes?: boolean;
  readonly onChange: (value: readonly Value[]) => void;
}

/** Some of a few words, or none. */
export function ManyChoice<Value extends string>({
  ariaLabel,
  width,
  sx = { width },
  options,
  any,
  told,
  boxes = false,
  onChange,
  ...field
}: ManyChoiceProps<Value>) {
  const t = useTranslate();
  const texts = new Map(options);
  const chosen = told ?? field.value.map((each) => texts.get(each) ?? each).join(t('shared.list'));
  return (
    <TextField
      select
      {...field}
      onChange={(event) => onChange([event.target.value].flat() as Value[])}
      sx={sx}
      slotProps={{
        select: { ...namedSelect(ariaLabel), multiple: true, displayEmpty: true, renderValue: () => chosen || any },
      }}
    >
      {options.map(([each, text]) => (
        <MenuItem key={each} value={each}>
          {boxes && (
            <Checkbox checked={field.value.includes(each)} tabIndex={-1} slotProps={{ input: { 'aria-hidden': true } }} />
          )}
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}
