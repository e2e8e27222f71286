import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { RolloutChip } from '../../shared/chips';
import { Choice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { PageHeader } from '../../shared/page';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlFilters } from '../../shared/url';
import { rolloutsDocument, type Rollout } from './documents';

function useColumns(): readonly Column<Rollout>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'version',
        head: t('rollouts.version'),
        cell: ({ id, policyName, versionNumber }) => (
          <ScopedLink to={`/rollouts/${id}`}>
            {t('rollouts.versionOf', { policy: policyName, n: String(versionNumber) })}
          </ScopedLink>
        ),
        card: 'title',
        width: 200,
      },
      { key: 'status', head: t('rollouts.status'), cell: ({ status }) => <RolloutChip state={status} />, card: 'aside' },
      { key: 'unit', head: t('rollouts.unit'), cell: ({ node }) => node.name },
      {
        key: 'pilot',
        head: t('rollouts.pilot'),
        cell: ({ inPilot, branches, endedAt }) => (endedAt === null ? t('rollouts.reach', { n: inPilot, all: branches }) : '–'),
      },
      { key: 'step', head: t('rollouts.steps'), cell: ({ currentStep }) => t('rollouts.step', { n: currentStep }) },
      { key: 'since', head: t('rollouts.since'), cell: ({ startedAt }) => format.tableTime(startedAt) },
      { key: 'author', head: t('rollouts.author'), cell: ({ authorName }) => authorName },
    ],
    [t, format],
  );
}

const lists = ['open', 'paused', 'all'] as const;

/** P11: versions that are brought out in steps, the latest first. */
export function RolloutsPage() {
  const t = useTranslate();
  const { nodeId: within } = useScope();
  const filters = useUrlFilters('list');
  const list = lists.find((each) => each === filters.values.list) ?? 'open';
  const filter = { within, open: list === 'open', status: list === 'paused' ? list : null };
  const rows = useCursorQuery(rolloutsDocument, { filter }, (answer) => answer.rollouts);
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('rollouts.title')} date={t(`rollouts.list.${list}`)} />
      <Choice
        id="rollouts-list"
        label={t('rollouts.list.label')}
        value={list}
        options={lists.map((each) => [each, t(`rollouts.list.${each}`)])}
        onChange={(next) => filters.set({ list: next === 'open' ? null : next })}
        sx={{ width: 200, marginBottom: 2 }}
      />
      <CursorTable
        label={t('rollouts.title')}
        columns={columns}
        list={rows}
        rowKey={({ id }) => id}
        rowName={({ policyName }) => policyName}
        empty={<EmptyState kind="nothing" text={t('rollouts.none')} hint={t('rollouts.noneHint')} />}
        failed={t('rollouts.failed')}
      />
    </>
  );
}
