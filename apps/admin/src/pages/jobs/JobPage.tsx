import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { useApiMutation, useApiQuery, useCursorQuery } from '../../providers/hooks';
import { JobRowChip } from '../../shared/chips';
import { OptionalChoice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PageHeader, Sheet } from '../../shared/page';
import { ScopedLink, useScopedPath } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { useNotice } from '../../shared/useNotice';
import { jobDocument, jobRowsDocument, retryJobDocument, type Job, type JobRow } from './documents';
import { useJobName } from './jobWords';

const states = ['waiting', 'done', 'unchanged', 'changed', 'failed'] as const;

/** Branches are found as they should be, cases have moved. */
const statesOf = ({ step }: Job) => states.filter((state) => state !== (step === null ? 'changed' : 'unchanged'));

/** While it runs, it is looked at again. */
const EVERY = 2_000;

function useColumns({ kind }: Pick<Job, 'kind'>): readonly Column<JobRow>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      ...(kind === null
        ? [
            {
              key: 'case',
              head: t('jobs.case'),
              cell: ({ case: it }: JobRow) => it && <ScopedLink to={`/cases/${it.id}`}>{it.code}</ScopedLink>,
              card: 'title' as const,
            },
            { key: 'store', head: t('jobs.branch'), cell: ({ node }: JobRow) => node.name },
          ]
        : [
            {
              key: 'branch',
              head: t('jobs.branch'),
              cell: ({ node }: JobRow) => <ScopedLink to={`/effective/${node.id}?kind=${kind}`}>{node.name}</ScopedLink>,
              card: 'title' as const,
            },
          ]),
      { key: 'state', head: t('jobs.job.state.label'), cell: ({ state }) => <JobRowChip state={state} />, card: 'aside' },
      { key: 'at', head: t('jobs.job.at'), cell: ({ at }) => format.tableTime(at) },
      {
        key: 'why',
        head: t('jobs.job.why'),
        cell: ({ code, message }) => (code === null ? '' : t(`error.${code}`, { _: message ?? code })),
        width: 240,
      },
    ],
    [t, format, kind],
  );
}

function Progress({ job }: { job: Job }) {
  const t = useTranslate();
  const format = useFormat();
  const over = job.total - job.waiting;
  const label = t('jobs.job.progress', { n: over, total: job.total });
  return (
    <Sheet title={label}>
      <LinearProgress variant="determinate" value={(over * 100) / Math.max(1, job.total)} aria-label={label} />
      <p>
        {statesOf(job)
          .map((state) => `${t(`chip.job.${state}`)} ${format.count(job[state])}`)
          .join(' · ')}
        {' · '}
        {job.finishedAt === null ? t('jobs.job.running') : t('jobs.job.finished', { at: format.textTime(job.finishedAt) })}
      </p>
      {job.reason !== null && <p className="hw-meta">{job.reason}</p>}
    </Sheet>
  );
}

function Rows({ job }: { job: Job }) {
  const t = useTranslate();
  const filters = useUrlFilters('state');
  const offered = statesOf(job);
  const state = offered.find((each) => each === filters.values.state) ?? null;
  const settings = job.finishedAt === null ? { refetchInterval: EVERY } : {};
  const rows = useCursorQuery(jobRowsDocument, { jobId: job.id, state }, (answer) => answer.jobRows, settings);
  const columns = useColumns(job);
  return (
    <>
      <OptionalChoice
        id="job-state"
        label={t('jobs.job.state.label')}
        value={state}
        options={offered.map((each) => [each, t(`chip.job.${each}`)])}
        any={t('jobs.job.state.all')}
        onChange={(next) => filters.set({ state: next })}
        sx={{ width: 200, marginY: 2 }}
      />
      <CursorTable
        label={t('jobs.job.rows')}
        columns={columns}
        list={rows}
        rowKey={({ id }) => id}
        rowName={(row) => row.case?.code ?? row.node.name}
        empty={<EmptyState kind="nothing" text={t('jobs.job.none')} />}
        failed={t('jobs.job.rowsFailed')}
      />
    </>
  );
}

function Opened({ job }: { job: Job }) {
  const t = useTranslate();
  const format = useFormat();
  const notice = useNotice();
  const scoped = useScopedPath();
  const nameOf = useJobName();
  const retry = useApiMutation(retryJobDocument);
  const again = job.allowedActions.includes('retry') && (
    <Button
      variant="contained"
      loading={retry.isPending}
      onClick={() => retry.mutate({ id: job.id }, { onError: (error) => notice.failed(error) })}
    >
      {t('jobs.job.retry', { n: job.failed })}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t('jobs.job.title', { action: nameOf(job) })}
        scoped={false}
        meta={job.node.name}
        date={t('jobs.job.by', { who: job.personName, at: format.textTime(job.createdAt) })}
        action={again}
        others={
          <Button variant="outlined" component={Link} to={scoped('/jobs')}>
            {t('jobs.overview.open')}
          </Button>
        }
      />
      <Progress job={job} />
      <Rows job={job} />
    </>
  );
}

/** A job: how far it is, what became of each branch or case, and another try for those that failed. One may leave and come back. */
export function JobPage() {
  const t = useTranslate();
  const { id = '' } = useParams();
  const query = useApiQuery(jobDocument, { id });
  const isRunning = query.data?.job.finishedAt === null;
  useApiQuery(jobDocument, { id }, isRunning ? { refetchInterval: EVERY } : {});
  return (
    <Loaded query={query} failed={t('jobs.job.failed')}>
      {({ job }) => <Opened job={job} />}
    </Loaded>
  );
}
