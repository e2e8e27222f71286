import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { ActionDialog } from '../../shared/dialog';
import { useGo } from '../../shared/scope';
import { useNotice } from '../../shared/useNotice';
import { withdrawBillDocument, type Bill } from './documents';

/** Takes a bill out again that should not have come in; afterwards the list of the others. */
export function WithdrawButton({ bill: { id, kind, lineCount }, name }: { bill: Bill; name: string }) {
  const t = useTranslate();
  const go = useGo();
  const may = useMay();
  const { done } = useNotice();
  const withdraw = useApiMutation(withdrawBillDocument);
  const [asking, setAsking] = useState(false);
  if (!may('bill.withdraw')) return null;
  const confirm = async () => {
    await withdraw.mutateAsync({ id });
    done(t('bills.withdrawn', { bill: name }));
    go('/money/bills');
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('bills.withdraw')}
      </Button>
      <ActionDialog
        open={asking}
        danger
        onClose={() => setAsking(false)}
        title={t('bills.withdrawOf', { bill: name })}
        effect={t(`bills.of.${kind}.withdrawEffect`, { n: lineCount })}
        confirm={t('bills.withdraw')}
        onConfirm={confirm}
      />
    </>
  );
}
