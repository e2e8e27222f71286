import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { fieldIn, useKinds } from '../../shared/rules';
import { ScopedLink } from '../../shared/scope';
import { useLocalText } from '../../shared/useLocalText';
import type { CalendarEntry } from './documents';

/** Names of this many fields are said; the number says how many there are. */
const NAMED = 3;

/** One thing that begins or ends, linked to what the unit has from then on. */
export function Entry({ entry }: { entry: CalendarEntry }) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const kinds = useKinds().data ?? [];
  const { at, fact, event, kind, node, policyName, versionNumber, fields, authorName, reason } = entry;
  const words = { unit: node.name, policy: policyName ?? 'none', number: versionNumber ?? 0 };
  const names = fields.slice(0, NAMED).flatMap((key) => {
    const field = fieldIn(kinds, key, kind);
    return field ? [localText(field.label)] : [];
  });
  const more = fields.length > NAMED ? '…' : '';
  return (
    <>
      <span className="hw-meta">{format.textTime(at)}</span>
      <div>
        <ScopedLink to={`/effective/${node.id}?kind=${kind}&at=${encodeURIComponent(at)}`}>
          {t(`calendar.did.${fact}.${event}`, words)}
        </ScopedLink>
      </div>
      <div className="hw-meta">
        {[
          fields.length > 0 && t('calendar.fields', { n: fields.length, names: names.join(t('shared.list')) + more }),
          authorName,
          reason,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </>
  );
}
