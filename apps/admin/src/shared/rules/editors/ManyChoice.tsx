import Checkbox from '@mui/material/Checkbox';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useId } from 'react';
import { namedSelect } from './Choice';
import type { InputLook } from './props';

interface ManyChoiceProps<Value extends string> extends InputLook {
  /** Null for all of them. */
  readonly value: readonly Value[] | null;
  readonly options: readonly (readonly [value: Value, label: string])[];
  readonly any: string;
  readonly onChange: (value: readonly Value[] | null) => void;
}

/** Some of a few words; none chosen, or all, means any. */
export function ManyChoice<Value extends string>({
  label,
  ariaLabel,
  width = 200,
  value,
  options,
  any,
  onChange,
}: ManyChoiceProps<Value>) {
  const t = useTranslate();
  const id = useId();
  const chosen = value ?? [];
  const told = options.filter(([each]) => chosen.includes(each)).map(([, text]) => text);
  const choose = (next: readonly Value[]) =>
    onChange(
      next.length === 0 || next.length === options.length
        ? null
        : options.map(([each]) => each).filter((each) => next.includes(each)),
    );
  return (
    <TextField
      select
      id={id}
      label={label}
      value={chosen}
      onChange={(event) => choose(event.target.value as unknown as readonly Value[])}
      sx={{ width }}
      slotProps={{
        select: {
          ...namedSelect(ariaLabel),
          multiple: true,
          displayEmpty: true,
          renderValue: () => told.join(t('shared.list')) || any,
        },
      }}
    >
      {options.map(([each, text]) => (
        <MenuItem key={each} value={each}>
          <Checkbox checked={chosen.includes(each)} tabIndex={-1} slotProps={{ input: { 'aria-hidden': true } }} />
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}
