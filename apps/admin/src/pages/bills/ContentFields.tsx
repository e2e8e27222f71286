import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useRef } from 'react';
import type { Content } from './useContent';

interface FileFieldProps {
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
}

function FileField({ file, onChange }: FileFieldProps) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.txt,text/csv,text/plain"
        aria-label={t('bills.import.choose')}
        onChange={({ target }) => {
          onChange(target.files?.[0] ?? null);
          target.value = '';
        }}
      />
      <Button variant="outlined" onClick={() => input.current?.click()}>
        {t('bills.import.choose')}
      </Button>{' '}
      {file && <span role="status">{t('bills.import.chosen', { name: file.name })}</span>}
    </div>
  );
}

interface ContentFieldsProps {
  readonly content: Content;
  /** How far the upload has come, from 0 to 1; null: none is under way. */
  readonly part: number | null;
  /** What is being done, for screen readers. */
  readonly label: string;
}

/** A file to choose or a text to paste in its place, and how far it has come. */
export function ContentFields({ content: { file, setFile, text, setText }, part, label }: ContentFieldsProps) {
  const t = useTranslate();
  return (
    <>
      <FileField file={file} onChange={setFile} />
      {file === null && (
        <TextField
          id="bill-text"
          label={t('bills.import.paste')}
          value={text}
          onChange={(event) => setText(event.target.value)}
          multiline
          minRows={3}
          maxRows={8}
        />
      )}
      {part !== null && <LinearProgress variant="determinate" value={Math.round(part * 100)} aria-label={label} />}
    </>
  );
}
