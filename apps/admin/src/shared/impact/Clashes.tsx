import EventBusy from '@mui/icons-material/EventBusyOutlined';
import { useTranslate } from 'ra-core';
import { useFormat } from '../format';
import { useFieldLabel, type KindKey } from '../rules';

interface Scheduled {
  readonly id: string;
  readonly policyName: string | null;
  readonly versionNumber: number | null;
  readonly track: string;
}

/** Something else that is scheduled and touches the same fields; one of the two covers the other while both hold. */
export interface Clash {
  readonly kind: KindKey;
  readonly assignment: Scheduled | null;
  /** One that waits for its date, where it is no assignment. */
  readonly changeSet: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly fields: readonly string[];
  readonly from: string;
  readonly to: string | null;
  readonly covered: boolean;
  /** The one that comes second may have to be recalculated. */
  readonly recalculate: boolean;
}

/** A set may say something on both tracks of the unit. */
const keyOf = ({ assignment, changeSet, fields }: Clash): string => [assignment?.id, changeSet?.id, ...fields].join(' ');

/** What else is scheduled for these fields, which of the two holds, and until when. */
export function Clashes({ clashes }: { clashes: readonly Clash[] }) {
  const t = useTranslate();
  const format = useFormat();
  const label = useFieldLabel();
  if (clashes.length === 0) return null;
  const named = ({ assignment, changeSet }: Clash) => {
    if (changeSet) return t('rules.effect.changeSet', { number: changeSet.number, title: changeSet.title });
    const { policyName = null, versionNumber, track } = assignment ?? {};
    if (policyName !== null) return `${policyName} v${String(versionNumber ?? '')}`;
    return t(track === 'own' ? 'rules.effect.ownRules' : 'rules.edit.inherit');
  };
  return (
    <ul aria-label={t('rules.effect.clashes')}>
      {clashes.map((clash) => (
        <li key={keyOf(clash)} data-part="check" data-tone="act">
          <EventBusy aria-hidden />
          <span>
            {t(clash.recalculate ? 'rules.effect.meets' : 'rules.effect.clash', {
              covered: clash.covered ? 'yes' : 'no',
              what: named(clash),
              fields: clash.fields.map((field) => label(clash.kind, field)).join(t('shared.list')),
              interval: format.interval(clash.from, clash.to),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
