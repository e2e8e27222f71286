import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { useGo } from '../../shared/scope';
import { useNotice } from '../../shared/useNotice';
import { AmountField } from './AmountField';
import { ContentFields } from './ContentFields';
import { billProfilesDocument, type Kind } from './documents';
import { lastMonths } from './lastMonths';
import { useContent } from './useContent';
import { useUpload } from './useUpload';

const kinds: readonly Kind[] = ['carrier', 'insurer'];

interface Uploaded {
  readonly id: string;
  readonly lineCount: number;
  readonly refusedCount: number;
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
  const given = useContent(t('bills.import.pasted'));
  const { content, pasted } = given;
  const { send, part } = useUpload<Uploaded>('/bills');
  const all = useApiQuery(billProfilesDocument, {}).data?.billProfiles ?? [];
  const profiles = all.filter((each) => each.kind === kind);
  const known = profiles.find(({ name }) => name === chosen) ?? profiles[0];
  const profile = known?.name ?? '';
  const list = t('shared.list');
  const confirm = async () => {
    if (content === null || tolerance === null) return;
    const bill = await send(content, pasted, { biller, period, profile, tolerance: String(tolerance) });
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
      <ContentFields content={given} part={part} label={t('bills.import.action')} />
    </ActionDialog>
  );
}
