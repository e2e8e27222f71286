import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../../providers/hooks';
import { useMay } from '../../../providers/session';
import { ActionDialog } from '../../../shared/dialog';
import { useGo } from '../../../shared/scope';
import { useNotice } from '../../../shared/useNotice';
import { removePriceCardDocument } from './documents';

/** Removes a price card; afterwards the list of the others. */
export function RemoveButton({ id, name: card }: { id: string; name: string }) {
  const t = useTranslate();
  const go = useGo();
  const may = useMay();
  const { done } = useNotice();
  const remove = useApiMutation(removePriceCardDocument);
  const [asking, setAsking] = useState(false);
  if (!may('bill.withdraw')) return null;
  const confirm = async () => {
    await remove.mutateAsync({ id });
    done(t('bills.cards.removed', { card }));
    go('/money/bills/price-cards');
  };
  return (
    <>
      <Button variant="outlined" onClick={() => setAsking(true)}>
        {t('bills.cards.remove')}
      </Button>
      <ActionDialog
        open={asking}
        danger
        onClose={() => setAsking(false)}
        title={t('bills.cards.removeOf', { card })}
        effect={t('bills.cards.removeEffect')}
        confirm={t('bills.cards.remove')}
        onConfirm={confirm}
      />
    </>
  );
}
