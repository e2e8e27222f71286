import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo, useState } from 'react';
import { useApiMutation, useApiQuery } from '../../providers/hooks';
import { useMay } from '../../providers/session';
import { ActionDialog } from '../../shared/dialog';
import { PageHeader, Sheet } from '../../shared/page';
import { useScope } from '../../shared/scope';
import { EmptyState, Loaded } from '../../shared/states';
import { ListTable, type Column } from '../../shared/table';
import { AddDialog } from './AddDialog';
import { closedDaysDocument, previewRemoveDocument, removeDocument, type ClosedDay } from './documents';

function useColumns(onRemove: ((row: ClosedDay) => void) | null): readonly Column<ClosedDay>[] {
  const t = useTranslate();
  return useMemo((): readonly Column<ClosedDay>[] => {
    const told: readonly Column<ClosedDay>[] = [
      { key: 'day', head: t('closedDays.day'), cell: ({ day }) => <span className="hw-tabular">{day}</span>, width: 120 },
      { key: 'name', head: t('closedDays.name'), cell: ({ name }) => name, card: 'title' },
      { key: 'unit', head: t('closedDays.unit'), cell: ({ node }) => node.name, width: 200 },
      { key: 'by', head: t('closedDays.by'), cell: ({ personName }) => personName, width: 120 },
    ];
    if (onRemove === null) return told;
    const remove: Column<ClosedDay> = {
      key: 'remove',
      head: t('closedDays.action'),
      actions: true,
      cell: (row) => (
        <Button variant="text" size="small" onClick={() => onRemove(row)}>
          {t('closedDays.remove')}
        </Button>
      ),
    };
    return [...told, remove];
  }, [t, onRemove]);
}

function RemoveDialog({ row, onClose }: { row: ClosedDay; onClose: () => void }) {
  const t = useTranslate();
  const remove = useApiMutation(removeDocument);
  const preview = useApiQuery(previewRemoveDocument, { id: row.id });
  const found = preview.data?.previewRemoveClosedDay;
  const effect = found
    ? t('closedDays.removeEffect', { cases: found.cases, more: String(found.hasMore) })
    : t('closedDays.counting');
  return (
    <ActionDialog
      open
      danger
      onClose={onClose}
      title={t('closedDays.removeTitle', { day: row.day })}
      effect={effect}
      ready={found !== undefined}
      onConfirm={() => remove.mutateAsync({ id: row.id })}
    />
  );
}

/** A13: the days on which branches are closed, and what closing another one moves. */
export function ClosedDaysPage() {
  const t = useTranslate();
  const may = useMay();
  const { nodeId, isHome } = useScope();
  const query = useApiQuery(closedDaysDocument, { within: isHome ? null : nodeId });
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<ClosedDay | null>(null);
  const columns = useColumns(may('closedDay.remove') ? setRemoving : null);
  return (
    <>
      <PageHeader
        title={t('closedDays.title')}
        action={
          may('closedDay.add') && (
            <Button variant="contained" onClick={() => setAdding(true)}>
              {t('closedDays.add')}
            </Button>
          )
        }
      />
      <p className="hw-hint" style={{ marginBottom: 12 }}>
        {t('closedDays.hint')}
      </p>
      <Loaded query={query} failed={t('closedDays.failed')}>
        {(answer) => (
          <Sheet flush>
            <ListTable
              label={t('closedDays.title')}
              columns={columns}
              rows={answer.closedDays}
              rowKey={({ id }) => id}
              rowName={({ day, name }) => `${day} ${name}`}
              empty={<EmptyState kind="nothing" text={t('closedDays.none')} />}
            />
          </Sheet>
        )}
      </Loaded>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {removing !== null && <RemoveDialog row={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
