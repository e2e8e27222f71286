import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../../providers/hooks';
import { ActionDialog } from '../../../shared/dialog';
import { useFormat } from '../../../shared/format';
import { readAmount, typed } from '../../../shared/format/parse';
import { useNotice } from '../../../shared/useNotice';
import { recoverClaimDocument, refuseClaimDocument, withdrawClaimDocument, type Claim } from './documents';
import { usePartyName } from './usePartyName';

interface SettleProps {
  readonly claim: Claim;
  readonly onClose: () => void;
}

const REFERENCE_MAX = 64;

/** What the sentences about a claim name. */
function useWords({ amount, left, currency, caseCode, fallbackBearer, ...claim }: Claim) {
  const t = useTranslate();
  const format = useFormat();
  const partyOf = usePartyName();
  return {
    code: caseCode ?? '–',
    party: partyOf(claim),
    bearer: t(`money.bearer.${fallbackBearer}`),
    amount: format.money(amount, currency),
    left: format.money(left, currency),
  };
}

/** Money for a claim came in, all that is left of it or a part. */
export function RecoverDialog({ claim, onClose }: SettleProps) {
  const t = useTranslate();
  const format = useFormat();
  const { done } = useNotice();
  const words = useWords(claim);
  const recover = useApiMutation(recoverClaimDocument);
  const [text, setText] = useState(() => typed(claim.left, 'all'));
  const [reference, setReference] = useState('');
  const { fen, wrong } = readAmount(text, claim.left);
  const confirm = async () => {
    if (fen === null) return;
    await recover.mutateAsync({ id: claim.id, version: claim.version, amount: fen, reference: reference.trim() });
    done(t('money.claims.recover.done', { code: words.code, amount: format.money(fen, claim.currency) }));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('money.claims.recover.verb')}
      effect={t('money.claims.recover.effect', words)}
      ready={fen !== null && reference.trim() !== ''}
      onConfirm={confirm}
    >
      <TextField
        label={t('money.claims.recover.amount')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={wrong !== null}
        helperText={t(`money.claims.recover.${wrong ?? 'atMost'}`, words)}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        required
        autoFocus
      />
      <TextField
        label={t('money.claims.recover.reference')}
        value={reference}
        onChange={(event) => setReference(event.target.value)}
        helperText={t('money.claims.recover.referenceHelp')}
        slotProps={{ htmlInput: { maxLength: REFERENCE_MAX } }}
        required
      />
    </ActionDialog>
  );
}

/** What is left of a claim will not come: a cost of the bearer stated for that. */
export function RefuseDialog({ claim, onClose }: SettleProps) {
  const t = useTranslate();
  const { done } = useNotice();
  const words = useWords(claim);
  const refuse = useApiMutation(refuseClaimDocument);
  const confirm = async (reason: string) => {
    await refuse.mutateAsync({ id: claim.id, version: claim.version, reason });
    done(t('money.claims.refuse.done', words));
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('money.claims.refuse.verb')}
      effect={t('money.claims.refuse.effect', words)}
      reason={{ label: t('money.claims.refuse.reason'), required: true }}
      onConfirm={confirm}
    />
  );
}

/** A claim by hand that nothing was paid of: as if it had not been opened. */
export function WithdrawDialog({ claim, onClose }: SettleProps) {
  const t = useTranslate();
  const { done } = useNotice();
  const words = useWords(claim);
  const withdraw = useApiMutation(withdrawClaimDocument);
  const confirm = async (reason: string) => {
    await withdraw.mutateAsync({ id: claim.id, version: claim.version, reason });
    done(t('money.claims.withdraw.done', words));
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('money.claims.withdraw.verb')}
      effect={t('money.claims.withdraw.effect', words)}
      reason={{ label: t('money.claims.withdraw.reason'), required: true }}
      onConfirm={confirm}
    />
  );
}
