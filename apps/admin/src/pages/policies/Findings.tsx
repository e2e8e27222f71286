import Tune from '@mui/icons-material/TuneOutlined';
import { useTranslate } from 'ra-core';
import { useApiQuery } from '../../providers/hooks';
import { Sheet } from '../../shared/page';
import type { KindKey } from '../../shared/rules';
import { useDebounced } from '../../shared/useDebounced';
import { useLocalText } from '../../shared/useLocalText';
import { CheckLink, CheckList } from './CheckList';
import { lintDocument } from './documents';
import type { Draft } from './useDraft';

interface FindingsProps {
  readonly draft: Draft;
  readonly kind: KindKey;
  readonly unit: { readonly id: string; readonly name: string };
}

/** What is allowed and yet hardly meant, at the unit that is previewed, while one types (P13). */
export function Findings({ draft, kind, unit }: FindingsProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const directives = useDebounced(draft.directives, 400);
  const ready = draft.unfinished.length === 0;
  const { data } = useApiQuery(lintDocument, { kind, nodeId: unit.id, directives }, { enabled: ready });
  const findings = ready ? (data?.lintDirectives ?? []) : [];
  if (findings.length === 0) return null;
  return (
    <Sheet title={t('policies.editor.findings', { n: findings.length })}>
      <p className="hw-meta">{t('policies.editor.findingsAt', { unit: unit.name })}</p>
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
