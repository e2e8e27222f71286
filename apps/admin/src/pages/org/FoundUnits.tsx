import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { EmptyState } from '../../shared/states';
import { StreamPath } from '../../shared/stream';
import { CursorTable, type Column } from '../../shared/table';
import { useDebounced } from '../../shared/useDebounced';
import { findUnitsDocument, type Unit } from './documents';

interface FoundUnitsProps {
  readonly search: string;
  readonly currentId: string;
  readonly onChoose: (unit: Unit) => void;
  readonly onClear: () => void;
}

/** Units by name, code or city, each with its place in the tree. */
export function FoundUnits({ search, currentId, onChoose, onClear }: FoundUnitsProps) {
  const t = useTranslate();
  const list = useCursorQuery(findUnitsDocument, { search: useDebounced(search, 250) }, (answer) => answer.orgNodes);
  const columns = useMemo(
    (): readonly Column<Unit>[] => [
      { key: 'name', head: t('org.name'), cell: (unit) => unit.name, card: 'title' },
      { key: 'type', head: t('org.type'), cell: (unit) => t(`nodeType.${unit.type}`), card: 'aside' },
      { key: 'code', head: t('org.code'), cell: (unit) => <span className="hw-tabular">{unit.code}</span> },
      { key: 'place', head: t('org.place'), cell: (unit) => <StreamPath steps={unit.path.slice(0, -1)} /> },
    ],
    [t],
  );
  return (
    <CursorTable
      label={t('org.found')}
      columns={columns}
      list={list}
      rowKey={(unit) => unit.id}
      rowName={(unit) => unit.name}
      currentKey={currentId}
      onOpen={onChoose}
      failed={t('org.failed')}
      empty={<EmptyState kind="noMatch" onClear={onClear} />}
    />
  );
}
