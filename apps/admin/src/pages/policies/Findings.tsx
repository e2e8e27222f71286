import Tune from '@mui/icons-material/TuneOutlined';
import { useTranslate } from 'ra-core';
import { Sheet } from '../../shared/page';
import { useLocalText } from '../../shared/useLocalText';
import { CheckLink, CheckList } from './CheckList';
import type { Finding } from './documents';

interface FindingsProps {
  readonly findings: readonly Finding[];
}

/** What is allowed and yet hardly meant, at the unit that is previewed (P13). */
export function Findings({ findings }: FindingsProps) {
  const t = useTranslate();
  const localText = useLocalText();
  if (findings.length === 0) return null;
  return (
    <Sheet title={t('policies.editor.findings', { n: findings.length })}>
      <p className="hw-meta">{t('policies.editor.findingsAt')}</p>
      <CheckList data-tone="act">
        {findings.map(({ rule, field, row, text }) => (
          <li key={`${rule} ${field} ${String(row)}`}>
            <Tune aria-hidden />
            <CheckLink field={field}>{localText(text)}</CheckLink>
          </li>
        ))}
      </CheckList>
    </Sheet>
  );
}

/** The same, as they are read before publishing: each names its unit and field. */
export function PublishFindings({ findings }: FindingsProps) {
  const t = useTranslate();
  const localText = useLocalText();
  if (findings.length === 0) return null;
  return (
    <div>
      <p>{t('policies.editor.publishFindings', { n: findings.length })}</p>
      <CheckList data-tone="act" aria-label={t('policies.editor.findings', { n: findings.length })}>
        {findings.map(({ rule, field, row, text }) => (
          <li key={`${rule} ${field} ${String(row)}`}>
            <Tune aria-hidden />
            {localText(text)}
          </li>
        ))}
      </CheckList>
    </div>
  );
}
