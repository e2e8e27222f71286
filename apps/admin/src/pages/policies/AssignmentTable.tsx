import Block from '@mui/icons-material/BlockOutlined';
import Check from '@mui/icons-material/CheckOutlined';
import Event from '@mui/icons-material/EventOutlined';
import Layers from '@mui/icons-material/LayersOutlined';
import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useApiMutation } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { Chip } from '../../shared/chips';
import { serverNow } from '../../shared/clock';
import { ActionDialog } from '../../shared/dialog';
import { useFormat } from '../../shared/format';
import type { Effect } from '../../shared/impact';
import { ScopedLink } from '../../shared/scope';
import { ListTable, type Column } from '../../shared/table';
import { cancelAssignmentDocument, type Assignment, type KindKey } from './documents';
import { inOrder, timingOf, type Timing } from './timing';

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
    />
  );
}

interface AssignmentTableProps {
  readonly kind: KindKey;
  readonly assignments: readonly Assignment[];
  readonly onCancelled: (text: string, effect: Effect) => void;
}

/** Where a version is, will be and was, and the way to take that back. */
export function AssignmentTable({ kind, assignments, onCancelled }: AssignmentTableProps) {
  const t = useTranslate();
  const format = useFormat();
  const may = useMay();
  const [cancelling, setCancelling] = useState<Assignment | null>(null);
  const mayCancel = may('rules.cancelAssignment');
  const columns = useMemo(
    (): readonly Column<Assignment>[] => [
      {
        key: 'unit',
        head: t('policies.assignment.unit'),
        cell: ({ node }) => <ScopedLink to={`/effective/${node.id}?kind=${kind}`}>{node.name}</ScopedLink>,
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
      { key: 'author', head: t('policies.author'), cell: ({ authorName }) => authorName },
      { key: 'reason', head: t('policies.assignment.reason'), cell: ({ reason }) => reason ?? '–' },
      {
        key: 'cancel',
        head: t('policies.assignment.action'),
        cell: (each) =>
          mayCancel &&
          open.has(timingOf(each, serverNow())) && (
            <Button
              variant="text"
              size="small"
              aria-label={`${t('policies.assignment.cancel')} · ${each.node.name}`}
              onClick={() => setCancelling(each)}
            >
              {t('policies.assignment.cancel')}
            </Button>
          ),
      },
    ],
    [t, format, kind, mayCancel],
  );
  const told = ({ node, changed, unchanged }: Effect) =>
    t('policies.assignment.cancelled_', { unit: node.name, changed, unchanged });
  return (
    <>
      <ListTable
        label={t('policies.assignments')}
        columns={columns}
        rows={inOrder(assignments, serverNow())}
        rowKey={({ id }) => id}
        rowName={({ node }) => node.name}
        empty={<p className="hw-hint">{t('policies.noAssignments')}</p>}
      />
      {cancelling && (
        <CancelDialog
          assignment={cancelling}
          onDone={(effect) => onCancelled(told(effect), effect)}
          onClose={() => setCancelling(null)}
        />
      )}
    </>
  );
}
