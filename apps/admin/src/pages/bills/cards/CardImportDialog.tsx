import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../../providers/hooks';
import { Choice, DateField } from '../../../shared/fields';
import { ActionDialog } from '../../../shared/dialog';
import { useGo } from '../../../shared/scope';
import { useNotice } from '../../../shared/useNotice';
import { ContentFields } from '../ContentFields';
import { useContent } from '../useContent';
import { useUpload } from '../useUpload';
import { priceCardProfilesDocument } from './documents';
import { problemsIn, type CardProblem } from './problems';

interface Uploaded {
  readonly id: string;
  readonly rowCount: number;
}

function ProblemList({ problems }: { problems: readonly CardProblem[] }) {
  const t = useTranslate();
  return (
    <ul style={{ margin: 0, paddingLeft: 20, maxHeight: 180, overflowY: 'auto' }}>
      {problems.map(({ line, cell, value, code }) => (
        <li key={`${String(line)} ${cell} ${code}`}>
          {t('bills.cards.import.problem', {
            line,
            cell: value === '' ? cell : `${cell} ${value}`,
            why: t(`bills.cards.problem.${code}`, { _: code }),
          })}
        </li>
      ))}
    </ul>
  );
}

/** I5: a carrier's price card from a day on, from a file or pasted; a file that is refused says which lines are wrong. */
export function CardImportDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const go = useGo();
  const { done } = useNotice();
  const [carrier, setCarrier] = useState('');
  const [validFrom, setValidFrom] = useState('');
  const [chosen, setProfile] = useState('');
  const [problems, setProblems] = useState<readonly CardProblem[]>([]);
  const given = useContent(t('bills.cards.import.pasted'));
  const { content, pasted } = given;
  const { send, part } = useUpload<Uploaded>('/price-cards');
  const profiles = useApiQuery(priceCardProfilesDocument, {}).data?.priceCardProfiles ?? [];
  const known = profiles.find(({ name }) => name === chosen) ?? profiles[0];
  const profile = known?.name ?? '';
  const confirm = async () => {
    if (content === null) return;
    setProblems([]);
    const sending = send(content, pasted, { carrier, validFrom, profile });
    sending.catch((error: unknown) => setProblems(problemsIn(error)));
    const { id, rowCount: n } = await sending;
    done(t('bills.cards.import.done', { n }));
    go(`/money/bills/price-cards/${id}`);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('bills.cards.import.action')}
      effect={t('bills.cards.import.effect')}
      ready={carrier.trim() !== '' && validFrom !== '' && profile !== '' && content !== null}
      onConfirm={confirm}
    >
      <TextField
        id="card-carrier"
        label={t('bills.cards.carrier')}
        helperText={t('bills.cards.carrierHelp')}
        value={carrier}
        onChange={(event) => setCarrier(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 64 } }}
        required
        autoFocus
      />
      <DateField label={t('bills.cards.validFrom')} value={validFrom} onChange={setValidFrom} required />
      <Choice
        id="card-profile"
        label={t('bills.import.profile')}
        value={profile}
        options={profiles.map(({ name, encoding }) => [name, t('bills.import.csv', { encoding: encoding.toUpperCase() })])}
        onChange={setProfile}
        helperText={known && t('bills.cards.import.profileHelp', { columns: known.columns.join(t('shared.list')) })}
      />
      <ContentFields content={given} part={part} label={t('bills.cards.import.action')} />
      {problems.length > 0 && <ProblemList problems={problems} />}
    </ActionDialog>
  );
}
