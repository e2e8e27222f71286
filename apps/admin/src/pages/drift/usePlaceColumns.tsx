import { useTranslate } from 'ra-core';
import { useMemo } from 'react';
import { useFieldLabel, useRuleText } from '../../shared/rules';
import { ScopedLink } from '../../shared/scope';
import type { Column } from '../../shared/table';
import type { Drift } from './documents';
import { useFieldOf } from './useFieldOf';

type Place = Pick<Drift, 'node' | 'kind' | 'field'>;

interface PlaceColumns {
  /** Leads to why the field has the value that it has there. */
  readonly unit: Column<Place>;
  readonly field: Column<Place>;
  /** Two values of the place's field: 「30 天 → 20 天」. */
  readonly becomes: (place: Place, own: unknown, inherited: unknown) => string;
}

/** What the lists of values share: at which unit, of which field, and what became of what. */
export function usePlaceColumns(): PlaceColumns {
  const t = useTranslate();
  const texts = useRuleText();
  const fieldOf = useFieldOf();
  const label = useFieldLabel();
  return useMemo(() => {
    const said = (place: Place, value: unknown) => {
      const field = fieldOf(place);
      return field ? texts.value(field, value).text : '';
    };
    return {
      unit: {
        key: 'unit',
        head: t('drift.unit'),
        cell: ({ node, kind, field }) => (
          <ScopedLink to={`/effective/${node.id}?kind=${kind}&drawer=why:${field}`}>{node.name}</ScopedLink>
        ),
        card: 'title',
        width: 160,
      },
      field: { key: 'field', head: t('drift.field'), cell: ({ kind, field }) => label(kind, field), width: 120 },
      becomes: (place, own, inherited) => t('drift.becomes', { own: said(place, own), inherited: said(place, inherited) }),
    };
  }, [t, texts, fieldOf, label]);
}
