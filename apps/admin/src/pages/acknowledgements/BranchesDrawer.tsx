import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { AcknowledgementChip } from '../../shared/chips';
import { UrlDrawer, type UrlDrawerState } from '../../shared/dialog';
import { Choice } from '../../shared/fields';
import { useFormat } from '../../shared/format';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { useUrlParam } from '../../shared/url';
import { branchesDocument, type Acknowledgement, type Branch } from './documents';

const states = ['open', 'delivered', 'seen', 'accepted'] as const;

function useColumns(): readonly Column<Branch>[] {
  const t = useTranslate();
  const format = useFormat();
  return useMemo(
    () => [
      {
        key: 'branch',
        head: t('acknowledgements.drawer.branch'),
        cell: ({ node }) => <ScopedLink to={`/effective/${node.id}`}>{node.name}</ScopedLink>,
        card: 'title',
      },
      {
        key: 'state',
        head: t('acknowledgements.drawer.state'),
        cell: ({ state, overdue }) => <AcknowledgementChip state={overdue ? 'overdue' : state} />,
        card: 'aside',
      },
      {
        key: 'when',
        head: t('acknowledgements.drawer.when'),
        cell: ({ seenAt, acceptedAt, personName }) =>
          seenAt === null ? (
            <span className="hw-meta">{t('acknowledgements.drawer.notYet')}</span>
          ) : (
            `${format.tableTime(acceptedAt ?? seenAt)} ${personName ?? ''}`
          ),
      },
    ],
    [t, format],
  );
}

function Branches({ assignmentId, rule }: { assignmentId: string; rule: Acknowledgement | undefined }) {
  const t = useTranslate();
  const scope = useScope();
  const [param, setState] = useUrlParam('branches', 'open');
  const state = states.find((each) => each === param) ?? 'open';
  const filter = { within: scope.nodeId, state: state === 'open' ? null : state };
  const rows = useCursorQuery(branchesDocument, { assignmentId, filter }, (answer) => answer.acknowledgingBranches);
  const columns = useColumns();
  return (
    <>
      {rule && <p>{t('acknowledgements.name', { policy: rule.policyName, number: rule.versionNumber })}</p>}
      <Choice
        id="acknowledging-state"
        label={t('acknowledgements.drawer.state')}
        value={state}
        options={states.map((each) => [
          each,
          each === 'open' ? t('acknowledgements.drawer.open') : t(`chip.acknowledgement.${each}`),
        ])}
        onChange={setState}
        sx={{ width: 200, marginY: 2 }}
      />
      <CursorTable
        label={t('acknowledgements.drawer.title')}
        columns={columns}
        list={rows}
        rowKey={({ id }) => id}
        rowName={({ node }) => node.name}
        empty={<EmptyState kind="nothing" text={t('acknowledgements.drawer.empty')} />}
        failed={t('acknowledgements.drawer.failed')}
      />
    </>
  );
}

/** The branches that are to read one rule, those that have not accepted it first of all. */
export function BranchesDrawer({ drawer, rules }: { drawer: UrlDrawerState; rules: readonly Acknowledgement[] }) {
  const t = useTranslate();
  return (
    <UrlDrawer drawer={drawer} title={t('acknowledgements.drawer.title')}>
      {(id) => <Branches assignmentId={id} rule={rules.find((each) => each.id === id)} />}
    </UrlDrawer>
  );
}
