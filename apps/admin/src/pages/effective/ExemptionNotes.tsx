import LockOpen from '@mui/icons-material/LockOpenOutlined';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import type { RuleExemption } from '../../shared/rules';

/** Whose lock and bounds do not hold here, until when, why, and who said so (P12). */
export function ExemptionNotes({ exemptions }: { exemptions: readonly RuleExemption[] }) {
  const t = useTranslate();
  const format = useFormat();
  return exemptions.map(({ id, node, ancestor, from, to, reason, authorName }) => (
    <li key={id} data-tone="wait">
      <LockOpen aria-hidden />
      {t('effective.exemptNote', {
        ...{ unit: node.name, ancestor: ancestor.name, reason, who: authorName },
        interval: format.interval(from, to),
      })}
    </li>
  ));
}
