import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { DriftChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { useRuleText } from '../../shared/rules';
import { ScopedLink } from '../../shared/scope';
import type { Column } from '../../shared/table';
import { useLocalText } from '../../shared/useLocalText';
import type { Drift } from './documents';
import type { FieldOf } from './useFieldOf';

/** Unit, field, own → inherited, class, since, by, cost, and the way back. */
export function useDriftColumns(fieldOf: FieldOf, onInherit: (drift: Drift) => void): readonly Column<Drift>[] {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const localText = useLocalText();
  return useMemo((): readonly Column<Drift>[] => {
    const value = (drift: Drift, held: unknown) => {
      const field = fieldOf(drift);
      return field ? texts.value(field, held).text : '';
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
      { key: 'class', head: t('drift.kind'), cell: (drift) => <DriftChip state={drift.class} />, card: 'aside' },
      {
        key: 'field',
        head: t('drift.field'),
        cell: (drift) => localText(fieldOf(drift)?.label ?? { zh: drift.field, en: drift.field }),
        width: 120,
      },
      { key: 'own', head: t('drift.own'), cell: (drift) => value(drift, drift.own), width: 140 },
      {
        key: 'inherited',
        head: t('drift.inherited'),
        cell: (drift) => (
          <>
            {value(drift, drift.inherited)}
            <div className="hw-meta">{texts.source(drift.inheritedSource)}</div>
          </>
        ),
        width: 180,
      },
      { key: 'since', head: t('drift.since'), cell: ({ since }) => format.tableDate(since), width: 104 },
      { key: 'author', head: t('drift.author'), cell: ({ authorName }) => authorName },
      { key: 'cost', head: t('drift.cost'), cell: ({ costThisMonth }) => format.amount(costThisMonth), align: 'right' },
      {
        key: 'inherit',
        head: t('drift.action'),
        cell: (drift) =>
          drift.allowedActions.includes('rules.setOwn') && (
            <Button
              variant="text"
              size="small"
              aria-label={`${t('drift.inherit.verb')} · ${drift.node.name}`}
              onClick={() => onInherit(drift)}
            >
              {t('drift.inherit.verb')}
            </Button>
          ),
      },
    ];
  }, [t, format, texts, localText, fieldOf, onInherit]);
}
