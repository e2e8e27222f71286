import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { JobChip } from '../../shared/chips';
import { Choice, OptionalChoice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { jobsDocument, type JobRowOfList } from './documents';
import { useJobName } from './jobWords';

const lists = ['mine', 'open', 'all'] as const;
const statuses = ['running', 'partlyFailed', 'finished'] as const;

/** A job that runs goes on by itself. */
const EVERY = 5_000;

const Fields = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 12, marginBottom: 16 });

function useColumns(): readonly Column<JobRowOfList>[] {
  const t = useTranslate();
  const format = useFormat();
  const nameOf = useJobName();
  return useMemo(
    () => [
      {
        key: 'what',
        head: t('jobs.overview.what'),
        cell: (job) => <ScopedLink to={`/jobs/${job.id}`}>{nameOf(job)}</ScopedLink>,
        card: 'title',
      },
      { key: 'status', head: t('jobs.overview.status'), cell: ({ status }) => <JobChip state={status} />, card: 'aside' },
      {
        key: 'kind',
        head: t('jobs.overview.of'),
        cell: ({ kind }) => t(kind === null ? 'jobs.overview.cases' : `rules.kind.${kind}`),
      },
      { key: 'unit', head: t('jobs.overview.unit'), cell: ({ node }) => node.name },
      { key: 'total', head: t('jobs.overview.total'), cell: ({ total }) => format.count(total), align: 'right' },
      { key: 'failed', head: t('chip.job.failed'), cell: ({ failed }) => format.count(failed), align: 'right' },
      { key: 'author', head: t('jobs.overview.author'), cell: ({ personName }) => personName },
      { key: 'began', head: t('jobs.overview.began'), cell: ({ createdAt }) => format.tableTime(createdAt) },
      { key: 'ended', head: t('jobs.overview.ended'), cell: ({ finishedAt }) => format.tableTime(finishedAt) },
    ],
    [t, format, nameOf],
  );
}

/** P5, A17: the jobs that one began, those that wait for one, and those of the scope; the latest first. */
export function JobsPage() {
  const t = useTranslate();
  const nameOf = useJobName();
  const { nodeId: within } = useScope();
  const filters = useUrlFilters('list', 'status');
  const list = lists.find((each) => each === filters.values.list) ?? 'mine';
  const status = statuses.find((each) => each === filters.values.status) ?? null;
  const rows = useCursorQuery(jobsDocument, { filter: { list, status, within } }, (answer) => answer.jobs, {
    refetchInterval: EVERY,
  });
  const columns = useColumns();
  const empty = filters.any ? (
    <EmptyState kind="noMatch" onClear={filters.clear} />
  ) : (
    <EmptyState kind="nothing" text={t('jobs.overview.none')} hint={t('jobs.overview.noneHint')} />
  );
  return (
    <>
      <PageHeader title={t('jobs.overview.title')} date={t(`jobs.overview.list.${list}`)} />
      <Fields>
        <Choice
          id="jobs-list"
          label={t('jobs.overview.list.label')}
          value={list}
          options={lists.map((each) => [each, t(`jobs.overview.list.${each}`)])}
          onChange={(chosen) => filters.set({ list: chosen === 'mine' ? null : chosen })}
          width={160}
        />
        <OptionalChoice
          id="jobs-status"
          label={t('jobs.overview.status')}
          value={status}
          options={statuses.map((each) => [each, t(`chip.jobStatus.${each}`)])}
          any={t('jobs.any')}
          onChange={(chosen) => filters.set({ status: chosen })}
          width={160}
        />
      </Fields>
      <CursorTable
        label={t('jobs.overview.title')}
        columns={columns}
        list={rows}
        rowKey={({ id }) => id}
        rowName={(job) => `${nameOf(job)} · ${job.node.name}`}
        empty={empty}
        failed={t('jobs.overview.failed')}
      />
    </>
  );
}
