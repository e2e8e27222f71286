import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useApiQuery, useCursorQuery } from '../../../providers/hooks';
import { UrlDrawer, useDrawer } from '../../../shared/dialog';
import { MonthChoice, OptionalChoice } from '../../../shared/fields';
import { Money } from '../../../shared/figures';
import { useCalendar, useFormat } from '../../../shared/format';
import { FilterRow, PageHeader } from '../../../shared/page';
import { useScope, useScopeName } from '../../../shared/scope';
import { EmptyState } from '../../../shared/states';
import { CursorTable, type Column } from '../../../shared/table';
import { useUrlFilters } from '../../../shared/url';
import { BudgetBar } from './BudgetBar';
import { BudgetChip } from './BudgetChip';
import { BudgetDetail } from './BudgetDetail';
import { budgetsDocument, type Budget, type BudgetState } from './documents';
import { monthsToSet, monthsToShow } from './months';
import { SetBudgetDialog } from './SetBudgetDialog';

const states = ['undecided', 'usedUp', 'warned'] as const satisfies readonly BudgetState[];

function useColumns(): readonly Column<Budget>[] {
  const t = useTranslate();
  return useMemo(() => {
    const money = (key: 'amount' | 'spent' | 'committed' | 'remaining' | 'forecast'): Column<Budget> => ({
      key,
      head: `${t(`money.budgets.${key}`)}${t('money.unit')}`,
      cell: (row) => <Money fen={row[key]} bare />,
      align: 'right',
    });
    return [
      { key: 'unit', head: t('money.budgets.unit'), cell: ({ node }) => node.name, card: 'title', width: 120 },
      { key: 'state', head: t('money.budgets.stateHead'), cell: (row) => <BudgetChip budget={row} />, card: 'aside' },
      { key: 'used', head: t('money.budgets.used'), cell: (row) => <BudgetBar budget={row} />, width: 160 },
      money('amount'),
      money('spent'),
      money('committed'),
      money('remaining'),
      money('forecast'),
    ];
  }, [t]);
}

/** S5: the budgets of a month, what is spent and committed of each, what is left, and what the month will come to. */
export function BudgetsPage() {
  const t = useTranslate();
  const format = useFormat();
  const present = useCalendar().today().slice(0, 7);
  const { nodeId, isHome } = useScope();
  const name = useScopeName();
  const filters = useUrlFilters('month', 'state');
  const month = filters.values.month === '' ? present : filters.values.month;
  const state = states.find((each) => each === filters.values.state) ?? null;
  const asked = { month, state, within: isHome ? null : nodeId };
  const list = useCursorQuery(budgetsDocument, asked, (answer) => answer.budgets);
  const { data } = useApiQuery(budgetsDocument, { ...asked, page: { first: 1 } });
  const drawer = useDrawer('budget');
  const [setting, setSetting] = useState<Budget | 'new' | null>(null);
  const columns = useColumns();
  const shown = monthsToShow(present);
  return (
    <>
      <PageHeader
        title={t('money.budgets.title')}
        date={format.month(month)}
        action={
          data?.budgets.allowedActions.includes('setBudget') && (
            <Button variant="contained" onClick={() => setSetting('new')}>
              {t('money.budgets.set')}
            </Button>
          )
        }
      />
      <FilterRow>
        <MonthChoice
          id="budget-month"
          label={t('money.dimension.month')}
          value={month}
          months={shown.includes(month) ? shown : [month, ...shown]}
          onChange={(next) => filters.set({ month: next === present ? null : next })}
        />
        <OptionalChoice
          id="budget-state"
          label={t('money.budgets.stateHead')}
          value={state}
          options={states.map((each) => [each, t(`money.budgets.filter.${each}`)])}
          any={t('money.budgets.all')}
          onChange={(next) => filters.set({ state: next })}
        />
      </FilterRow>
      <CursorTable
        label={t('money.budgets.title')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        rowName={({ node }) => node.name}
        onOpen={({ id }) => drawer.open(id)}
        {...(drawer.value !== null && { currentKey: drawer.value })}
        empty={
          filters.any ? (
            <EmptyState kind="noMatch" onClear={filters.clear} />
          ) : (
            <EmptyState kind="nothing" text={t('money.budgets.none')} hint={t('money.budgets.noneHint')} />
          )
        }
        failed={t('money.budgets.failed')}
      />
      <UrlDrawer drawer={drawer} title={t('money.budgets.one')}>
        {(id) => <BudgetDetail id={id} onChange={setSetting} onGone={drawer.close} />}
      </UrlDrawer>
      {setting && (
        <SetBudgetDialog
          key={setting === 'new' ? 'new' : setting.id}
          budget={setting === 'new' ? null : setting}
          unit={{ id: nodeId, name }}
          month={month}
          months={monthsToSet(present)}
          onClose={() => setSetting(null)}
        />
      )}
    </>
  );
}
