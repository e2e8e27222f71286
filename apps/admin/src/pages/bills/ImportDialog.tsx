import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useRef, useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { useGo } from '../../shared/scope';
import { useNotice } from '../../shared/useNotice';
import { AmountField } from './AmountField';
import { billProfilesDocument, type Kind } from './documents';
import { lastMonths } from './lastMonths';
import { useBillUpload } from './useBillUpload';

const kinds: readonly Kind[] = ['carrier', 'insurer'];

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

/** Which file it is, or what was pasted in its place. */
function useContent() {
  const t = useTranslate();
  const [file, setFile] = useState<File | null>(null);
  const [text, setText] = useState('');
  const pasted = file === null && text.trim() !== '';
  const content = pasted ? new File([text], t('bills.import.pasted'), { type: 'text/csv' }) : file;
  return { file, setFile, text, setText, content, pasted };
}

/** M4: the bill of a carrier or an insurer for a month, from a file or pasted; afterwards its differences open. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const go = useGo();
  const format = useFormat();
  const { done } = useNotice();
  const [months] = useState(lastMonths);
  const [kind, setKind] = useState<Kind>('carrier');
  const [biller, setBiller] = useState('');
  const [period, setPeriod] = useState(months[1] ?? '');
  const [chosen, setProfile] = useState('');
  const [tolerance, setTolerance] = useState<number | null>(0);
  const { file, setFile, text, setText, content, pasted } = useContent();
  const { send, part } = useBillUpload();
  const all = useApiQuery(billProfilesDocument, {}).data?.billProfiles ?? [];
  const profiles = all.filter((each) => each.kind === kind);
  const known = profiles.find(({ name }) => name === chosen) ?? profiles[0];
  const profile = known?.name ?? '';
  const list = t('shared.list');
  const confirm = async () => {
    if (content === null || tolerance === null) return;
    const bill = await send(content, { biller, period, profile, tolerance, pasted });
    const { lineCount: lines, refusedCount: refused } = bill;
    done(t(refused > 0 ? 'bills.import.doneRefused' : 'bills.import.done', { lines, refused }));
    go(`/money/bills/${bill.id}`);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('bills.import.action')}
      effect={t('bills.import.effect')}
      ready={biller.trim() !== '' && profile !== '' && content !== null && tolerance !== null}
      onConfirm={confirm}
    >
      <TextField
        select
        id="bill-kind"
        label={t('bills.import.kind')}
        value={kind}
        onChange={({ target }) => setKind(target.value === 'insurer' ? 'insurer' : 'carrier')}
      >
        {kinds.map((each) => (
          <MenuItem key={each} value={each}>
            {t(`bills.of.${each}.biller`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id="bill-biller"
        label={t(`bills.of.${kind}.biller`)}
        helperText={t(`bills.of.${kind}.billerHelp`)}
        value={biller}
        onChange={(event) => setBiller(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 64 } }}
        required
        autoFocus
      />
      <TextField
        select
        id="bill-month"
        label={t('bills.month')}
        value={period}
        onChange={(event) => setPeriod(event.target.value)}
      >
        {months.map((month) => (
          <MenuItem key={month} value={month}>
            {format.month(month)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        id="bill-profile"
        label={t('bills.import.profile')}
        helperText={
          known && t('bills.import.profileHelp', { columns: known.columns.join(list), others: known.optional.join(list) })
        }
        value={profile}
        onChange={(event) => setProfile(event.target.value)}
      >
        {profiles.map(({ name, encoding }) => (
          <MenuItem key={name} value={name}>
            {t('bills.import.csv', { encoding: encoding.toUpperCase() })}
          </MenuItem>
        ))}
      </TextField>
      <AmountField
        id="bill-tolerance"
        label={t('bills.import.tolerance')}
        help={t('bills.import.toleranceHelp')}
        start={0}
        onChange={setTolerance}
      />
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
      {part !== null && (
        <LinearProgress variant="determinate" value={Math.round(part * 100)} aria-label={t('bills.import.action')} />
      )}
    </ActionDialog>
  );
}
