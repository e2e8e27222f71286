import TextField from '@mui/material/TextField';
import type { FocusEvent } from 'react';

/** A secret that is shown this once: whole, to be copied, not changed. */
export const OnceField = ({ label, value }: { label: string; value: string }) => (
  <TextField
    label={label}
    value={value}
    fullWidth
    slotProps={{
      htmlInput: { readOnly: true, spellCheck: false, onFocus: (event: FocusEvent<HTMLInputElement>) => event.target.select() },
    }}
  />
);
