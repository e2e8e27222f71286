import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useFieldLabel, useRuleText } from '../../shared/rules';
import { useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { adjustedDocument, type AdjustedValue } from './documents';
import { usePlaceColumns } from './usePlaceColumns';

function useColumns(): readonly Column<AdjustedValue>[] {
  const t = useTranslate();
  const texts = useRuleText();
  const { unit, field, becomes } = usePlaceColumns();
  return useMemo(
    (): readonly Column<AdjustedValue>[] => [
      unit,
      { ...field, width: 140 },
      {
        key: 'values',
        head: t('drift.adjusted.values'),
        cell: (row) => becomes(row, row.wanted, row.value),
        width: 200,
      },
      { key: 'by', head: t('drift.adjusted.by'), cell: ({ by }) => by?.name ?? t('drift.adjusted.product') },
      { key: 'source', head: t('drift.adjusted.source'), cell: ({ source }) => texts.source(source) },
    ],
    [t, texts, unit, field, becomes],
  );
}

/** What was bent to bounds that somebody above set later: what was wanted, what holds, and whose bounds they are. */
export function AdjustedList() {
  const t = useTranslate();
  const label = useFieldLabel();
  const { nodeId: within } = useScope();
  const list = useCursorQuery(adjustedDocument, { within }, (answer) => answer.adjustedValues);
  const columns = useColumns();
  return (
    <CursorTable
      label={t('drift.list.adjusted')}
      columns={columns}
      list={list}
      rowKey={({ id }) => id}
      rowName={({ node, kind, field }) => `${node.name} · ${label(kind, field)}`}
      empty={<EmptyState kind="nothing" text={t('drift.adjusted.none')} hint={t('drift.adjusted.noneHint')} />}
      failed={t('drift.adjusted.failed')}
    />
  );
}
