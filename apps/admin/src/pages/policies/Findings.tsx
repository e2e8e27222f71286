import Tune from '@mui/icons-material/TuneOutlined';
import { useTranslate } from 'ra-core';
import { Sheet } from '../../shared/page';
import { useLocalText } from '../../shared/useLocalText';
import { CheckLink, CheckList } from './CheckList';
import type { Finding } from './documents';

/** What is allowed and yet hardly meant, at the unit that is previewed (P13). */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
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
