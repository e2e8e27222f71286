import LockOpen from '@mui/icons-material/LockOpenOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { Chip, DriftChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { useRuleText } from '../../shared/rules';
import { ScopedLink } from '../../shared/scope';
import type { Column } from '../../shared/table';
import { useLocalText } from '../../shared/useLocalText';
import type { Drift } from './documents';
import type { FieldOf } from './useFieldOf';

/** Of which class, and whether it was agreed to: then nobody undoes it unawares (P15). */
function ClassCell({ drift }: { drift: Drift }) {
  const t = useTranslate();
  const format = useFormat();
  const { class: of, agreedUntil } = drift;
  return (
    <>
      <DriftChip state={of} />
      {agreedUntil !== null && (
        <div>
          <Chip tone="wait" icon={LockOpen} label={t('drift.agreed', { until: format.until(agreedUntil) })} />
        </div>
      )}
    </>
  );
}

/** Unit, field, own → inherited, class, since and by whom, cost, and the way back. */
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
      { key: 'class', head: t('drift.kind'), cell: (drift) => <ClassCell drift={drift} />, card: 'aside' },
      {
        key: 'field',
        head: t('drift.field'),
        cell: (drift) => localText(fieldOf(drift)?.label ?? { zh: drift.field, en: drift.field }),
        width: 120,
      },
      {
        key: 'values',
        head: t('drift.values'),
        cell: (drift) => (
          <>
            {t('drift.becomes', { own: value(drift, drift.own), inherited: value(drift, drift.inherited) })}
            <div className="hw-meta">{texts.source(drift.inheritedSource)}</div>
          </>
        ),
        width: 200,
      },
      {
        key: 'since',
        head: t('drift.since'),
        cell: ({ since, authorName }) => (
          <>
            <span className="hw-tabular hw-nowrap">{format.tableDate(since)}</span>
            <div className="hw-meta">{authorName}</div>
          </>
        ),
      },
      { key: 'cost', head: t('drift.cost'), cell: ({ costThisMonth }) => format.amount(costThisMonth), align: 'right' },
      {
        key: 'inherit',
        head: t('drift.action'),
        actions: true,
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
