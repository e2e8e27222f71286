import EventBusy from '@mui/icons-material/EventBusyOutlined';
import { useTranslate } from 'ra-core';
import { useFormat } from '../format';
import { useFieldLabel, type KindKey } from '../rules';

/** Another scheduled assignment that touches the same fields; one of the two covers the other while both hold. */
export interface Clash {
  readonly assignment: {
    readonly id: string;
    readonly policyName: string | null;
    readonly versionNumber: number | null;
    readonly kind: KindKey;
    readonly track: string;
  };
  readonly fields: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly covered: boolean;
}

/** What else is scheduled for these fields, which of the two holds, and until when. */
export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const t = useTranslate();
  const format = useFormat();
  const label = useFieldLabel();
  if (clashes.length === 0) return null;
  const named = ({ policyName, versionNumber, track }: Clash['assignment']) => {
    if (policyName !== null) return `${policyName} v${String(versionNumber ?? '')}`;
    return t(track === 'own' ? 'rules.effect.ownRules' : 'rules.edit.inherit');
  };
  return (
    <ul aria-label={t('rules.effect.clashes')}>
      {clashes.map(({ assignment, fields, from, to, covered }) => (
        <li key={assignment.id} data-part="check" data-tone="act">
          <EventBusy aria-hidden />
          <span>
            {t('rules.effect.clash', {
              covered: covered ? 'yes' : 'no',
              what: named(assignment),
              fields: fields.map((field) => label(assignment.kind, field)).join(t('shared.list')),
              interval: format.interval(from, to),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
