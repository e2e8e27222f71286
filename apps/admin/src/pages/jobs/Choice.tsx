import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly onChange: (value: string) => void;
  readonly any?: string;
  readonly width?: number;
}

/** One of a closed set, or any of them. */
export function Choice({ id, label, value, options, onChange, any, width = 160 }: ChoiceProps) {
  return (
    <TextField
      select
      id={id}
      label={label}
      value={value === '' && any !== undefined ? 'any' : value}
      onChange={(event) => onChange(event.target.value === 'any' ? '' : event.target.value)}
      sx={{ width }}
    >
      {any !== undefined && <MenuItem value="any">{any}</MenuItem>}
      {options.map((each) => (
        <MenuItem key={each.value} value={each.value}>
          {each.text}
        </MenuItem>
      ))}
    </TextField>
  );
}
