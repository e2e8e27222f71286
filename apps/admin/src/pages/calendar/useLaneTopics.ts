import { useTranslate } from 'ra-core';
import { useFieldLabel } from '../../shared/rules';
import type { CalendarEntry } from './documents';
import type { LaneTopic } from './lanes';

export const laneKinds = ['unit', 'field'] as const;
export type LaneKind = (typeof laneKinds)[number];

/** What lanes an entry stands in: that of its unit, or those of the fields it speaks of. */
export function useLaneTopics(by: LaneKind): (entry: CalendarEntry) => readonly LaneTopic[] {
  const t = useTranslate();
  const label = useFieldLabel();
  if (by === 'unit') return ({ node }) => [{ key: node.id, name: node.name }];
  return ({ kind, fields }) => {
    if (kind === null) return [{ key: 'move', name: t('calendar.moves') }];
    const hint = t(`rules.kind.${kind}`);
    // What names no field, such as a suspension, is about the kind as a whole.
    if (fields.length === 0) return [{ key: kind, name: hint }];
    return fields.map((field) => ({ key: `${kind} ${field}`, name: label(kind, field), hint }));
  };
}
