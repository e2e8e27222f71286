import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
}

/** One of a few words. */
export function Choice({ id, label, value, options, onChange, required = false }: ChoiceProps) {
  return (
    <TextField select id={id} label={label} value={value} onChange={(event) => onChange(event.target.value)} required={required}>
      {options.map(([key, text]) => (
        <MenuItem key={key} value={key}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  );
}
