import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../providers/hooks';
import { ActionDialog } from '../../shared/dialog';
import { Choice, MonthChoice } from '../../shared/fields';
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
      <Choice
        id="bill-kind"
        label={t('bills.import.kind')}
        value={kind}
        options={kinds.map((each) => [each, t(`bills.of.${each}.biller`)])}
        onChange={setKind}
      />
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
      <MonthChoice id="bill-month" label={t('bills.month')} value={period} months={months} onChange={setPeriod} />
      <Choice
        id="bill-profile"
        label={t('bills.import.profile')}
        value={profile}
        options={profiles.map(({ name, encoding }) => [name, t('bills.import.csv', { encoding: encoding.toUpperCase() })])}
        onChange={setProfile}
        helperText={
          known && t('bills.import.profileHelp', { columns: known.columns.join(list), others: known.optional.join(list) })
        }
      />
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
