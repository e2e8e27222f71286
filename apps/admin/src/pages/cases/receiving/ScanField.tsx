import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState, type RefObject, type SyntheticEvent } from 'react';

const Form = styled('form')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 8,
  alignItems: 'flex-start',
  maxWidth: 720,
  marginBottom: 16,
  '& > .MuiTextField-root': { flex: '1 1 240px' },
  '& > button': { marginTop: 24 },
});

interface ScanFieldProps {
  /** Takes the focus again once a parcel is done. */
  readonly field: RefObject<HTMLInputElement | null>;
  readonly onScan: (text: string) => void;
}

/** A scanner types and presses Enter; the next scan writes over the last one. */
export function ScanField({ field, onScan }: ScanFieldProps) {
  const t = useTranslate();
  const [text, setText] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    onScan(text.trim());
    setText('');
    field.current?.focus();
  };
  return (
    <Form role="search" onSubmit={submit}>
      <TextField
        label={t('cases.receiving.scan')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        inputRef={field}
        autoFocus
        slotProps={{ htmlInput: { autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, maxLength: 64 } }}
      />
      <Button type="submit" variant="outlined">
        {t('cases.receiving.find')}
      </Button>
    </Form>
  );
}
