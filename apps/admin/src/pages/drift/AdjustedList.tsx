import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useCursorQuery } from '../../providers/hooks';
import { useFieldLabel, useRuleText } from '../../shared/rules';
import { ScopedLink, useScope } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { CursorTable, type Column } from '../../shared/table';
import { adjustedDocument, type AdjustedValue } from './documents';
import { useFieldOf } from './useFieldOf';

function useColumns(): readonly Column<AdjustedValue>[] {
  const t = useTranslate();
  const texts = useRuleText();
  const fieldOf = useFieldOf();
  const label = useFieldLabel();
  return useMemo((): readonly Column<AdjustedValue>[] => {
    const said = (row: AdjustedValue, value: unknown) => {
      const field = fieldOf(row);
      return field ? texts.value(field, value).text : '';
    };
    return [
      {
        key: 'unit',
        head: t('drift.unit'),
        cell: ({ node, kind, field }) => (
          <ScopedLink to={`/effective/${node.id}?kind=${kind}&drawer=why:${field}`}>{node.name}</ScopedLink>
        ),
        card: 'title',
        width: 160,
      },
      { key: 'field', head: t('drift.field'), cell: ({ kind, field }) => label(kind, field), width: 140 },
      {
        key: 'values',
        head: t('drift.adjusted.values'),
        cell: (row) => t('drift.becomes', { own: said(row, row.wanted), inherited: said(row, row.value) }),
        width: 200,
      },
      { key: 'by', head: t('drift.adjusted.by'), cell: ({ by }) => by?.name ?? t('drift.adjusted.product') },
      { key: 'source', head: t('drift.adjusted.source'), cell: ({ source }) => texts.source(source) },
    ];
  }, [t, texts, fieldOf, label]);
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
