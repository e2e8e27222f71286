import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Sheet } from '../../shared/page';
import { fieldIn, useRuleText, type RuleKind } from '../../shared/rules';
import { useErrorText } from '../../shared/errors';
import { useLocalText } from '../../shared/useLocalText';
import { CheckLink, CheckList } from './CheckList';
import type { Draft } from './useDraft';

interface Check {
  readonly key: string;
  readonly field: string | null;
  readonly text: string;
}

function useChecks(draft: Draft, kind: RuleKind): readonly Check[] {
  const t = useTranslate();
  const texts = useRuleText();
  const localText = useLocalText();
  const typed = draft.unfinished.map((key) => {
    const field = fieldIn([kind], key);
    return {
      key: `typed ${key}`,
      field: key,
      text: t('policies.editor.notNumber', { field: field ? localText(field.label) : key }),
    };
  });
  const found = draft.problems.map((problem, index) => ({
    key: `${problem.code} ${String(index)}`,
    field: problem.field ?? null,
    text: texts.problem(problem),
  }));
  return [...typed, ...found];
}

/** What stands against saving or publishing, each a way to its field. */
export function Checks({ draft, kind, onReload }: { draft: Draft; kind: RuleKind; onReload: () => void }) {
  const t = useTranslate();
  const errorText = useErrorText();
  const checks = useChecks(draft, kind);
  const { error, problems, checked } = draft;
  const other = error && problems.length === 0 ? error : null;
  const isStale = other?.code === 'STALE_VERSION';
  return (
    <Sheet title={t('policies.editor.checks', { n: checks.length + (other ? 1 : 0) })}>
      <div role="status">
        {checks.length === 0 && !other && (
          <p className="hw-hint">{t(checked ? 'policies.editor.checked' : 'policies.editor.unchecked')}</p>
        )}
        <CheckList>
          {checks.map(({ key, field, text }) => (
            <li key={key}>
              <ErrorOutline aria-hidden />
              {field === null ? text : <CheckLink field={field}>{text}</CheckLink>}
            </li>
          ))}
          {other && (
            <li>
              <ErrorOutline aria-hidden />
              {errorText(other)}
            </li>
          )}
        </CheckList>
        {isStale && (
          <>
            <p className="hw-meta">{t('policies.editor.staleHelp')}</p>
            <Button variant="outlined" size="small" onClick={onReload}>
              {t('policies.editor.stale')}
            </Button>
          </>
        )}
      </div>
    </Sheet>
  );
}
