import { useTranslate } from 'ra-core';
import { useApiMutation } from '../../../providers/hooks';
import { ActionDialog } from '../../../shared/dialog';
import { useFormat } from '../../../shared/format';
import { useNotice } from '../../../shared/useNotice';
import { removeBudgetDocument, type Budget } from './documents';

interface RemoveBudgetDialogProps {
  readonly budget: Budget;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

export function RemoveBudgetDialog({ budget, onDone, onClose }: RemoveBudgetDialogProps) {
  const t = useTranslate();
  const format = useFormat();
  const { done } = useNotice();
  const remove = useApiMutation(removeBudgetDocument);
  const words = { unit: budget.node.name, month: format.month(budget.month) };
  const confirm = async (reason: string) => {
    await remove.mutateAsync({ id: budget.id, version: budget.version, reason });
    done(t('money.budgets.removed', words));
    onDone();
  };
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('money.budgets.removeOf', words)}
      effect={t(budget.suspends ? 'money.budgets.removeResumes' : 'money.budgets.removeEffect')}
      reason={{ label: t('money.budgets.reason'), required: true }}
      onConfirm={confirm}
    />
  );
}
