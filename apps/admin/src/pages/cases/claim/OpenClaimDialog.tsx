import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation, useApiQuery } from '../../../providers/hooks';
import { ActionDialog } from '../../../shared/dialog';
import { useFormat } from '../../../shared/format';
import { readAmount } from '../../../shared/format/parse';
import { ErrorState } from '../../../shared/states';
import { useDebounced } from '../../../shared/useDebounced';
import { useNotice } from '../../../shared/useNotice';
import type { CaseDetail } from '../documents';
import { ClaimShares } from './ClaimShares';
import { claimPreviewDocument, openClaimDocument } from './documents';
import { partiesOf, suggested, type Party } from './parties';

interface PartyFieldProps {
  readonly parties: readonly Party[];
  readonly value: Party | null;
  readonly onChange: (party: Party | null) => void;
}

function PartyField({ parties, value, onChange }: PartyFieldProps) {
  const t = useTranslate();
  return (
    <Autocomplete<Party>
      options={parties}
      value={value}
      onChange={(_event, party) => onChange(party)}
      groupBy={({ kind }) => t(`money.claims.party.${kind}`)}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ kind, id }) => `${kind} ${id}`}
      isOptionEqualToValue={(a, b) => a.kind === b.kind && a.id === b.id}
      noOptionsText={t('cases.claim.noParty')}
      renderInput={(params) => (
        <TextField
          {...params}
          label={t('cases.claim.of')}
          helperText={value?.isOwn ? t('cases.claim.ownSupplier') : value && t(`money.claims.party.${value.kind}`)}
          required
        />
      )}
    />
  );
}

/** What a case has cost is claimed of a carrier or a supplier: the amounts as they will be posted, and no others. */
export function OpenClaimDialog({ item, onClose }: { item: CaseDetail; onClose: () => void }) {
  const t = useTranslate();
  const format = useFormat();
  const { done } = useNotice();
  const open = useApiMutation(openClaimDocument);
  const [chosen, setChosen] = useState<Party | null | undefined>();
  const [text, setText] = useState('');
  const [most, setMost] = useState(0);
  const { fen, wrong } = readAmount(text, most);
  const asked = useDebounced(fen);
  const query = useApiQuery(claimPreviewDocument, { caseId: item.id, amount: asked });
  const preview = query.data?.claimPreview ?? null;
  const isOfAmount = asked === fen && !query.isPlaceholderData && !query.isFetching;
  const shown = preview && isOfAmount && preview.shares.length > 0 ? preview : null;
  if (preview && preview.most !== most) setMost(preview.most);
  const parties = preview ? partiesOf(preview) : [];
  const party = chosen === undefined ? suggested(parties) : chosen;
  const words = { most: format.money(most, preview?.currency), code: item.code };
  const confirm = async (reason: string) => {
    if (!shown || !party || fen === null) return;
    const of = party.kind === 'carrier' ? { carrier: party.id } : { supplierId: party.id };
    try {
      await open.mutateAsync({ input: { caseId: item.id, ...of, amount: fen, reason, digest: shown.digest } });
    } catch (error) {
      void query.refetch();
      throw error;
    }
    done(t('cases.claim.done', { ...words, party: party.name, amount: format.money(fen, shown.currency) }));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('cases.claim.verb')}
      effect={t('cases.claim.effect', words)}
      ready={shown !== null && party !== null}
      reason={{ label: t('cases.claim.reason'), required: true }}
      onConfirm={confirm}
    >
      {query.error && <ErrorState failed={t('cases.claim.failed')} error={query.error} onRetry={() => void query.refetch()} />}
      <PartyField parties={parties} value={party} onChange={setChosen} />
      <TextField
        label={t('cases.claim.amount')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={wrong !== null}
        helperText={t(wrong === 'notAmount' ? 'cases.claim.notAmount' : 'cases.claim.atMost', words)}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        required
      />
      {shown && <ClaimShares preview={shown} />}
    </ActionDialog>
  );
}
