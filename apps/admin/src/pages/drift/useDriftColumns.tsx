import LockOpen from '@mui/icons-material/LockOpenOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { Chip, DriftChip } from '../../shared/chips';
import { useFormat } from '../../shared/format';
import { useRuleText } from '../../shared/rules';
import type { Column } from '../../shared/table';
import type { Drift } from './documents';
import { usePlaceColumns } from './usePlaceColumns';

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

/** Unit, class, field, own → inherited, since and by whom, cost, and the way back. */
export function useDriftColumns(onInherit: (drift: Drift) => void): readonly Column<Drift>[] {
  const t = useTranslate();
  const format = useFormat();
  const texts = useRuleText();
  const { unit, field, becomes } = usePlaceColumns();
  return useMemo(
    (): readonly Column<Drift>[] => [
      unit,
      { key: 'class', head: t('drift.kind'), cell: (drift) => <ClassCell drift={drift} />, card: 'aside' },
      field,
      {
        key: 'values',
        head: t('drift.values'),
        cell: (drift) => (
          <>
            {becomes(drift, drift.own, drift.inherited)}
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
    ],
    [t, format, texts, unit, field, becomes, onInherit],
  );
}
