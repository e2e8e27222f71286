import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { parseMoney, typed } from '../../shared/format/parse';

interface AmountFieldProps {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  /** Fen. */
  readonly start: number;
  /** Fen, null while it is no amount. */
  readonly onChange: (fen: number | null) => void;
}

/** Yuan as typed, kept as they are typed. */
export function AmountField({ id, label, help, start, onChange }: AmountFieldProps) {
  const t = useTranslate();
  const [text, setText] = useState(() => typed(start, 'needed'));
  const wrong = Number.isNaN(parseMoney(text));
  const change = (next: string) => {
    const fen = parseMoney(next);
    setText(next);
    onChange(Number.isNaN(fen) ? null : fen);
  };
  return (
    <TextField
      id={id}
      label={label}
      value={text}
      onChange={(event) => change(event.target.value)}
      error={wrong}
      helperText={wrong ? t('bills.bulk.notAmount') : help}
      slotProps={{ htmlInput: { inputMode: 'decimal' } }}
      required
    />
  );
}
