import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiMutation } from '../../../providers/hooks';
import { ActionDialog } from '../../../shared/dialog';
import { Choice, MonthChoice } from '../../../shared/fields';
import { useFormat } from '../../../shared/format';
import { parseMoney, typed } from '../../../shared/format/parse';
import { NodeField } from '../../../shared/node';
import { useNotice } from '../../../shared/useNotice';
import { setBudgetDocument, type Budget, type BudgetAction } from './documents';

const actions = ['alert', 'ask', 'suspend'] as const satisfies readonly BudgetAction[];

interface Unit {
  readonly id: string;
  readonly name: string;
}

interface SetBudgetDialogProps {
  /** The one that is changed; null: a new one. */
  readonly budget: Budget | null;
  /** Of a new one, before another is chosen. */
  readonly unit: Unit;
  /** Months that one may be set for, the present one first. */
  readonly months: readonly string[];
  readonly month: string;
  readonly onClose: () => void;
}

/** Sets a budget of a unit for a month, or changes one: how much, and what happens when it is used up (S5). */
export function SetBudgetDialog({ budget, unit: at, months, month: asked, onClose }: SetBudgetDialogProps) {
  const t = useTranslate();
  const format = useFormat();
  const { done } = useNotice();
  const set = useApiMutation(setBudgetDocument);
  const [unit, setUnit] = useState<Unit>(budget?.node ?? at);
  const [month, setMonth] = useState(budget?.month ?? (months.includes(asked) ? asked : (months[0] ?? asked)));
  const [text, setText] = useState(budget ? typed(budget.amount, 'all') : '');
  const [action, setAction] = useState<BudgetAction>(budget?.action ?? 'alert');
  const amount = parseMoney(text);
  const wrong = text.trim() !== '' && !(amount > 0);
  const words = { unit: unit.name, month: format.month(month) };
  const confirm = async (reason: string) => {
    const input = { nodeId: unit.id, kind: budget?.kind ?? 'returnShippingSubsidy', month, amount, action, reason } as const;
    await set.mutateAsync({ input: { ...input, version: budget?.version ?? 0 } });
    done(t('money.budgets.done', { ...words, amount: format.money(amount, budget?.currency) }));
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={budget ? t('money.budgets.changeOf', words) : t('money.budgets.set')}
      effect={t('money.budgets.effect')}
      reason={{ label: t('money.budgets.reason'), required: true }}
      ready={amount > 0}
      onConfirm={confirm}
    >
      {!budget && (
        <>
          <NodeField label={t('money.budgets.unit')} value={unit} onChange={({ id, name }) => setUnit({ id, name })} required />
          <MonthChoice
            id="budget-month-set"
            label={t('money.dimension.month')}
            value={month}
            months={months}
            onChange={setMonth}
          />
        </>
      )}
      <TextField
        label={t('money.budgets.amountField')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        error={wrong}
        helperText={wrong && t('money.budgets.notAmount')}
        slotProps={{ htmlInput: { inputMode: 'decimal' } }}
        autoFocus
        required
      />
      <Choice
        id="budget-action"
        label={t('money.budgets.action')}
        value={action}
        options={actions.map((each) => [each, t(`money.budgets.does.${each}.name`)])}
        onChange={setAction}
        helperText={t(`money.budgets.does.${action}.effect`)}
      />
    </ActionDialog>
  );
}
