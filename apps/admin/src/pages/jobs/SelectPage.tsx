import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import { useApiQuery, useCursorQuery } from '../../providers/hooks';
import { MAX_OPERATIONS, needsApproval } from '../../shared/changeSet';
import { useFormat } from '../../shared/format';
import { useApprovalText } from '../../shared/impact';
import { Band, PageHeader } from '../../shared/page';
import type { KindKey } from '../../shared/rules';
import { ScopedLink, useScopedPath, useScopeName } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlParam } from '../../shared/url';
import { selectionDocument, type SelectedBranch, type Selection } from './documents';
import { RunDialog } from './RunDialog';
import { SelectFields } from './SelectFields';
import { useSelection, type SelectionState } from './useSelection';

function useReason(): (branch: SelectedBranch) => string {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () =>
      ({ reasons, returnRate, lines }) =>
        reasons
          .map(({ code, limit, by }) =>
            t(`jobs.because.${code}`, {
              ...{ by: by?.name ?? '', n: lines, rate: returnRate === null ? '–' : format.percent(returnRate) },
              limit: code === 'fewLines' ? (limit ?? 0) : format.percent(limit ?? 0),
            }),
          )
          .join(t('shared.and')),
    [t, format],
  );
}

function useColumns(kind: KindKey, eligible: boolean): readonly Column<SelectedBranch>[] {
  const t = useTranslate();
  const format = useFormat();
  const reason = useReason();
  return useMemo(
    () => [
      {
        key: 'branch',
        head: t('jobs.branch'),
        cell: ({ node }) => <ScopedLink to={`/effective/${node.id}?kind=${kind}`}>{node.name}</ScopedLink>,
        card: 'title',
        width: 200,
      },
      {
        key: 'rate',
        head: t('jobs.rateOf'),
        cell: ({ returnRate }) => (returnRate === null ? '–' : format.rate(returnRate)),
        align: 'right',
      },
      { key: 'lines', head: t('jobs.lines'), cell: ({ lines }) => format.count(lines), align: 'right' },
      ...(eligible ? [] : [{ key: 'why', head: t('jobs.why'), cell: reason, width: 280 }]),
    ],
    [t, format, kind, reason, eligible],
  );
}

function Problems({ problems, problemCount }: Pick<Selection, 'problems' | 'problemCount'>) {
  const t = useTranslate();
  if (problemCount === 0) return null;
  return (
    <Band tone="trouble">
      <strong>{t('jobs.list.problems', { n: problemCount })}</strong>
      {problems.slice(0, 20).map(({ line, text, code }) => (
        <div key={line}>{t('jobs.list.line', { line, text, why: t(`jobs.list.${code}`) })}</div>
      ))}
    </Band>
  );
}

/** Where an approval is due: it is submitted as a change set, or what to do where that holds too few. */
function NeedsApproval({ approval, eligible }: Pick<Selection, 'approval' | 'eligible'>) {
  const t = useTranslate();
  const said = useApprovalText();
  const scoped = useScopedPath();
  const unit = useScopeName();
  if (approval.length === 0) return null;
  const fits = eligible <= MAX_OPERATIONS;
  const board = !fits && (
    <Button variant="outlined" component={Link} to={scoped('/coverage')}>
      {t('jobs.run.toBoard')}
    </Button>
  );
  return (
    <Band tone="act" action={board}>
      <strong>{approval.map(said).join(t('shared.and'))}</strong>
      <div>{fits ? t('jobs.run.bySet') : t('jobs.run.tooMany', { unit, limit: MAX_OPERATIONS })}</div>
    </Band>
  );
}

/** What is still to be given before branches can be shown. */
const missingOf = ({ action, selection }: SelectionState): string =>
  (action === 'assign' || action === 'exempt') && selection.detail == null ? action : 'list';

/** P5: many branches at once, by condition or by list: who would be reached, who would not and why, then the run. */
export function SelectPage() {
  const t = useTranslate();
  const state = useSelection();
  const { selection, isList, action, isComplete: enabled } = state;
  const scoped = useScopedPath();
  const [tab, setTab] = useUrlParam('tab', 'eligible');
  const eligible = tab !== 'ineligible';
  const [running, setRunning] = useState(false);
  const rows = useCursorQuery(selectionDocument, { selection, eligible }, (answer) => answer.previewSelection, { enabled });
  const counts = useApiQuery(selectionDocument, { selection, eligible: true, page: { first: 1 } }, { enabled }).data
    ?.previewSelection;
  const columns = useColumns(state.kind, eligible);
  const isReviewed = needsApproval(counts);
  const verb = t(`jobs.run.${action}`, { n: counts?.eligible ?? 0 });
  const key = eligible ? 'eligible' : 'ineligible';
  const run = enabled && counts !== undefined && counts.eligible > 0 && (
    <Button
      variant="contained"
      color={action === 'turnOff' || action === 'suspend' ? 'error' : 'primary'}
      disabled={isReviewed && counts.eligible > MAX_OPERATIONS}
      onClick={() => setRunning(true)}
    >
      {isReviewed ? t('changeSet.submit', { action: verb }) : verb}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('jobs.select.title')}
        date={t(isList ? 'jobs.select.byList' : 'jobs.select.byConditions')}
        action={run}
        others={
          <Button variant="outlined" component={Link} to={scoped('/jobs')}>
            {t('jobs.overview.open')}
          </Button>
        }
      />
      <SelectFields {...state} />
      {!enabled && <EmptyState kind="nothing" text={t(`jobs.none.${missingOf(state)}`)} />}
      {enabled && (
        <>
          {counts && <NeedsApproval {...counts} />}
          {counts && <Problems {...counts} />}
          <ToggleButtonGroup
            exclusive
            size="small"
            value={key}
            onChange={(_, chosen: string | null) => chosen !== null && setTab(chosen)}
            sx={{ marginBottom: 2 }}
          >
            <ToggleButton value="eligible">{t('jobs.tab.eligible', { n: counts?.eligible ?? 0 })}</ToggleButton>
            <ToggleButton value="ineligible">{t('jobs.tab.ineligible', { n: counts?.ineligible ?? 0 })}</ToggleButton>
          </ToggleButtonGroup>
          <CursorTable
            label={t('jobs.select.title')}
            columns={columns}
            list={rows}
            rowKey={({ id }) => id}
            rowName={({ node }) => node.name}
            empty={<EmptyState kind="nothing" text={t(`jobs.none.${key}`)} />}
            failed={t('jobs.select.failed')}
          />
        </>
      )}
      {running && counts && (
        <RunDialog
          selection={selection}
          eligible={counts.eligible}
          ineligible={counts.ineligible}
          reviewed={isReviewed}
          onClose={() => setRunning(false)}
        />
      )}
    </>
  );
}
