import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useParams } from 'react-router';
import { useApiQuery } from '../../../providers/hooks';
import { useMay } from '../../../providers/session';
import { MonthChoice } from '../../../shared/fields';
import { useFormat } from '../../../shared/format';
import { NodeField } from '../../../shared/node';
import { PageHeader } from '../../../shared/page';
import { useGo, useScope } from '../../../shared/scope';
import { EmptyState, Loaded } from '../../../shared/states';
import { statementDocument, statementMonthsDocument, type Statement } from './documents';
import { Seal, StatementView } from './StatementView';

const Choice = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 12,
  marginBottom: 16,
  '&& > *': { width: 240 },
  '@media (max-width: 599.95px)': { '&& > *': { width: '100%' } },
});

/** The store and the month: of the address, else the unit in scope where it is a store, and its latest month. */
function useChoice() {
  const { nodeId: asked, period } = useParams();
  const scope = useScope();
  const query = useApiQuery(statementMonthsDocument, { nodeId: asked ?? scope.nodeId });
  const unit = query.data?.orgNode ?? null;
  const store = unit?.type === 'store' ? unit : null;
  const known = store ? (query.data?.costReport.months ?? []) : [];
  const months = period === undefined || known.includes(period) ? known : [period, ...known];
  return { query, store, months, period: period ?? months[0] ?? null };
}

function Files({ statement }: { statement: Statement | undefined }) {
  const t = useTranslate();
  const may = useMay();
  if (statement === undefined) return null;
  return (
    <>
      <Button variant="outlined" onClick={() => window.print()}>
        {t('money.statement.print')}
      </Button>
      {may('money.export') && (
        <>
          <Button variant="outlined" component="a" href={statement.exportUrl} download>
            CSV
          </Button>
          <Button variant="outlined" component="a" href={statement.sheetUrl} download>
            XLSX
          </Button>
        </>
      )}
    </>
  );
}

/** M3: a store's statement of a month, on screen, on paper and as a file. */
export function StatementPage() {
  const t = useTranslate();
  const format = useFormat();
  const go = useGo();
  const { query: choice, store, months, period } = useChoice();
  const asked = { nodeId: store?.id ?? '', period: period ?? '' };
  const isChosen = store !== null && period !== null;
  const query = useApiQuery(statementDocument, asked, { enabled: isChosen });
  const open = (nodeId: string, month: string | null) =>
    go(month === null ? `/money/statements?scope=${nodeId}` : `/money/statements/${nodeId}/${month}`);
  const statement = isChosen && !query.isPlaceholderData ? query.data?.statement : undefined;
  return (
    <>
      <PageHeader
        title={t('money.statement.title')}
        scoped={false}
        meta={store?.name ?? ''}
        {...(period !== null && { date: format.month(period) })}
        {...(statement && { aside: <Seal closing={statement.closing} /> })}
        others={<Files statement={statement} />}
      />
      <Choice data-noprint>
        <NodeField label={t('money.dimension.store')} value={store} types={['store']} onChange={({ id }) => open(id, period)} />
        {store !== null && months.length > 0 && (
          <MonthChoice
            id="statement-month"
            label={t('money.dimension.month')}
            value={period ?? ''}
            months={months}
            onChange={(month) => open(store.id, month)}
          />
        )}
      </Choice>
      <Loaded query={choice} failed={t('money.statement.failed')}>
        {() => {
          if (store === null) return <EmptyState kind="nothing" text={t('money.statement.chooseStore')} />;
          if (period === null) return <EmptyState kind="nothing" text={t('money.statement.noEntries')} />;
          return (
            <Loaded query={query} failed={t('money.statement.failed')}>
              {(answer) => <StatementView statement={answer.statement} zone={store.timeZone} />}
            </Loaded>
          );
        }}
      </Loaded>
    </>
  );
}
