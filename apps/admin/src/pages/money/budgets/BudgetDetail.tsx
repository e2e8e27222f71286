import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useApiQuery } from '../../../providers/hooks';
import { Money } from '../../../shared/figures';
import { useFormat } from '../../../shared/format';
import { Band, Facts } from '../../../shared/page';
import { ScopedLink } from '../../../shared/scope';
import { Loaded } from '../../../shared/states';
import { BudgetChip } from './BudgetChip';
import { BurnDown } from './BurnDown';
import { budgetDocument, type Budget, type BudgetWithDays } from './documents';
import { RemoveBudgetDialog } from './RemoveBudgetDialog';

const Detail = styled('div')({ display: 'grid', gap: 12, '& p': { margin: 0 } });

interface BudgetDetailProps {
  readonly id: string;
  readonly onChange: (budget: Budget) => void;
  readonly onGone: () => void;
}

/** What happened when it was used up, and what that means for new orders. */
function Tripped({ budget }: { budget: BudgetWithDays }) {
  const t = useTranslate();
  const format = useFormat();
  const { trip, suspends, currency } = budget;
  if (trip === null) return null;
  const values = { at: format.tableTime(trip.at), overshoot: format.money(trip.overshoot, currency) };
  const key = suspends ? 'suspends' : trip.action;
  return (
    <Band tone={suspends ? 'trouble' : 'act'}>
      {t('money.budgets.tripped', values)} {t(`money.budgets.trippedThen.${key}`)}
    </Band>
  );
}

function Figures({ budget }: { budget: BudgetWithDays }) {
  const t = useTranslate();
  const format = useFormat();
  const { currency } = budget;
  const money = (fen: number) => <Money fen={fen} currency={currency} />;
  return (
    <Facts
      rows={[
        [t('money.budgets.amount'), money(budget.amount)],
        [t('money.budgets.spent'), money(budget.spent)],
        [t('money.budgets.committed'), money(budget.committed)],
        [t('money.budgets.remaining'), money(budget.remaining)],
        [t('money.budgets.exposure'), money(budget.exposure)],
        [t('money.budgets.forecast'), money(budget.forecast)],
        [t('money.budgets.action'), t(`money.budgets.does.${budget.action}.name`)],
        [
          t('money.budgets.setBy'),
          t('money.budgets.setByWords', { who: budget.authorName, at: format.tableTime(budget.setAt), reason: budget.reason }),
        ],
        [
          t('money.budgets.asOf'),
          budget.asOf === null
            ? null
            : t(budget.exact ? 'money.budgets.asOfExact' : 'money.budgets.asOfSummed', { at: format.tableTime(budget.asOf) }),
        ],
      ]}
    />
  );
}

/** One budget: its figures, how the month burnt down, who set it, and what it did when it was used up. */
export function BudgetDetail({ id, onChange, onGone }: BudgetDetailProps) {
  const t = useTranslate();
  const format = useFormat();
  const query = useApiQuery(budgetDocument, { id });
  const [removing, setRemoving] = useState(false);
  return (
    <Loaded query={query} failed={t('money.budgets.oneFailed')}>
      {({ budget }) => (
        <Detail>
          <p>
            <strong>{`${budget.node.name} · ${format.month(budget.month)}`}</strong> <BudgetChip budget={budget} />
          </p>
          <Tripped budget={budget} />
          <BurnDown budget={budget} />
          <Figures budget={budget} />
          <p>
            <ScopedLink to={`/money/costs?scope=${budget.node.id}&by=store,component&months=${budget.month}`}>
              {t('money.budgets.costs')}
            </ScopedLink>
          </p>
          {budget.allowedActions.includes('setBudget') && (
            <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8 }}>
              <Button variant="contained" onClick={() => onChange(budget)}>
                {t('money.budgets.change')}
              </Button>
              <Button variant="outlined" color="error" onClick={() => setRemoving(true)}>
                {t('money.budgets.remove')}
              </Button>
            </div>
          )}
          {removing && <RemoveBudgetDialog budget={budget} onDone={onGone} onClose={() => setRemoving(false)} />}
        </Detail>
      )}
    </Loaded>
  );
}
