import Block from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/CheckOutlined';
import Event from '@mui/icons-material/EventOutlined';
import Layers from '@mui/icons-material/LayersOutlined';
import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useApiMutation, useApiQuery, useCursorQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { ApprovedBy } from '../../shared/changeSet';
import { Chip } from '../../shared/chips';
import { serverNow } from '../../shared/clock';
import { RescheduleDialog, type Scheduled } from '../../shared/assign';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import { CancelAssignmentBranches, ImpactPanel, type Effect } from '../../shared/impact';
import { ScopedLink } from '../../shared/scope';
import { ErrorState, Loaded, RowsSkeleton } from '../../shared/states';
import { ListTable, MoreRows, type Column } from '../../shared/table';
import {
  assignmentsDocument,
  cancelAssignmentDocument,
  previewCancelAssignmentDocument,
  type Assignment,
  type Policy,
} from './documents';
import { timingOf, type Timing } from './timing';

const looks = {
  scheduled: { tone: 'flow', icon: Event },
  live: { tone: 'good', icon: Check },
  covered: { tone: 'done', icon: Layers },
  ended: { tone: 'done', icon: TaskAlt },
  cancelled: { tone: 'done', icon: Block },
} as const satisfies Record<Timing, object>;

/** What is over cannot be taken back. */
const open: ReadonlySet<Timing> = new Set(['scheduled', 'live', 'covered']);

function TimingChip({ assignment }: { assignment: Assignment }) {
  const t = useTranslate();
  const timing = timingOf(assignment, serverNow());
  return <Chip {...looks[timing]} label={t(`policies.assignment.${timing}`)} />;
}

function CancelDialog({
  assignment,
  onDone,
  onClose,
}: {
  assignment: Assignment;
  onDone: (effect: Effect) => void;
  onClose: () => void;
}) {
  const t = useTranslate();
  const cancel = useApiMutation(cancelAssignmentDocument);
  const preview = useApiQuery(previewCancelAssignmentDocument, { id: assignment.id });
  const unit = assignment.node.name;
  return (
    <ActionDialog
      open
      danger
      title={t('policies.assignment.cancelOf', { unit })}
      effect={t('policies.assignment.cancelEffect', { unit, n: String(assignment.versionNumber ?? '') })}
      reason={{ label: t('policies.assignment.cancelReason'), required: true }}
      onConfirm={async (reason) => onDone((await cancel.mutateAsync({ id: assignment.id, reason })).cancelAssignment)}
      onClose={onClose}
      ready={preview.data?.previewCancelAssignment.problems.length === 0}
    >
      <Loaded query={preview} failed={t('assign.previewFailed')}>
        {({ previewCancelAssignment }) => (
          <ImpactPanel
            impact={previewCancelAssignment}
            branches={(group) => <CancelAssignmentBranches id={assignment.id} {...group} />}
          />
        )}
      </Loaded>
    </ActionDialog>
  );
}

const dated = ({ id, node, policyName, versionNumber, from, to }: Assignment): Scheduled => ({
  ...{ id, unit: node, from, to },
  label: `${policyName ?? ''} v${String(versionNumber ?? '')}`,
});

interface AssignmentTableProps {
  readonly policy: Pick<Policy, 'id' | 'kind'>;
  /** Of this version; without it, of all of the policy. */
  readonly number?: number;
  readonly onChanged: (text: string, effect: Effect) => void;
}

/** Where a version is, will be and was, and the way to take that back. */
export function AssignmentTable({ policy: { id: policyId, kind }, number, onChanged }: AssignmentTableProps) {
  const t = useTranslate();
  const format = useFormat();
  const may = useMay();
  const [cancelling, setCancelling] = useState<Assignment | null>(null);
  const [moving, setMoving] = useState<Assignment | null>(null);
  const mayCancel = may('rules.cancelAssignment');
  const mayMove = mayCancel && may('rules.assign');
  const columns = useMemo(
    (): readonly Column<Assignment>[] => [
      {
        key: 'unit',
        head: t('policies.assignment.unit'),
        cell: ({ node, rolloutId }) => (
          <>
            <ScopedLink to={`/effective/${node.id}?kind=${kind}`}>{node.name}</ScopedLink>
            {rolloutId !== null && (
              <span className="hw-meta">
                {' '}
                <ScopedLink to={`/rollouts/${rolloutId}`}>{t('rollout.pilot')}</ScopedLink>
              </span>
            )}
          </>
        ),
        card: 'title',
        width: 140,
      },
      { key: 'timing', head: t('policies.assignment.timing'), cell: (each) => <TimingChip assignment={each} />, card: 'aside' },
      { key: 'version', head: t('policies.version'), cell: ({ versionNumber }) => `v${String(versionNumber ?? '')}` },
      {
        key: 'interval',
        head: t('policies.assignment.interval'),
        cell: ({ from, to, correction }) => (
          <>
            {format.interval(from, to)}
            {correction && <span className="hw-meta"> {t('policies.assignment.correction')}</span>}
          </>
        ),
      },
      {
        key: 'author',
        head: t('policies.author'),
        cell: ({ authorName, approval }) => (
          <>
            {authorName}
            {approval && <br />}
            <ApprovedBy approval={approval} />
          </>
        ),
      },
      { key: 'reason', head: t('policies.assignment.reason'), cell: ({ reason }) => reason ?? '–' },
      {
        key: 'cancel',
        head: t('policies.assignment.action'),
        actions: true,
        cell: (each) => (
          <>
            {mayMove && timingOf(each, serverNow()) === 'scheduled' && (
              <Button
                variant="text"
                size="small"
                aria-label={`${t('assign.reschedule.verb')} · ${each.node.name}`}
                onClick={() => setMoving(each)}
              >
                {t('assign.reschedule.verb')}
              </Button>
            )}
            {mayCancel && each.rolloutId === null && open.has(timingOf(each, serverNow())) && (
              <Button
                variant="text"
                size="small"
                aria-label={`${t('policies.assignment.cancel')} · ${each.node.name}`}
                onClick={() => setCancelling(each)}
              >
                {t('policies.assignment.cancel')}
              </Button>
            )}
          </>
        ),
      },
    ],
    [t, format, kind, mayCancel, mayMove],
  );
  const list = useCursorQuery(assignmentsDocument, { policyId, number: number ?? null }, (answer) => answer.policyAssignments);
  const told = ({ node, changed, unchanged }: Effect) =>
    t('policies.assignment.cancelled_', { unit: node.name, changed, unchanged });
  return (
    <>
      {list.isPending && <RowsSkeleton />}
      {list.error && <ErrorState failed={t('policies.assignmentsFailed')} error={list.error} onRetry={list.retry} />}
      {(list.rows.length > 0 || list.total === 0) && (
        <ListTable
          label={t('policies.assignments')}
          columns={columns}
          rows={list.rows}
          rowKey={({ id }) => id}
          rowName={({ node }) => node.name}
          empty={<p className="hw-hint">{t('policies.noAssignments')}</p>}
        />
      )}
      {list.rows.length > 0 && <MoreRows list={list} />}
      {moving && (
        <RescheduleDialog
          scheduled={dated(moving)}
          onDone={({ text, effect }) => onChanged(text, effect)}
          onClose={() => setMoving(null)}
        />
      )}
      {cancelling && (
        <CancelDialog
          assignment={cancelling}
          onDone={(effect) => onChanged(told(effect), effect)}
          onClose={() => setCancelling(null)}
        />
      )}
    </>
  );
}
