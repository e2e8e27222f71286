import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Sheet } from '../../shared/page';
import { fieldIn, problemsIn, useRuleText, type RuleKind } from '../../shared/rules';
import { useErrorText } from '../../shared/errors';
import { useLocalText } from '../../shared/useLocalText';
import { CheckLink, CheckList } from './CheckList';
import type { Draft } from './useDraft';
import type { Lint } from './useLint';

interface Check {
  readonly key: string;
  readonly field: string | null;
  readonly text: string;
}

function useChecks(draft: Draft, lint: Lint, kind: RuleKind): readonly Check[] {
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
  const found = lint.problems.map((problem, index) => ({
    key: `${problem.code} ${String(index)}`,
    field: problem.field ?? null,
    text: [texts.problem(problem), problem.nodeName].filter(Boolean).join(' · '),
  }));
  return [...typed, ...found];
}

interface ChecksProps {
  readonly draft: Draft;
  readonly lint: Lint;
  readonly kind: RuleKind;
  readonly onReload: () => void;
}

/** What stands against saving, publishing, or assigning to the unit that is previewed, each a way to its field. */
export function Checks({ draft, lint, kind, onReload }: ChecksProps) {
  const t = useTranslate();
  const errorText = useErrorText();
  const checks = useChecks(draft, lint, kind);
  const error = draft.error ?? lint.error;
  const other = error && problemsIn(error.details).length === 0 ? error : null;
  const isStale = other?.code === 'STALE_VERSION';
  return (
    <Sheet title={t('policies.editor.checks', { n: checks.length + (other ? 1 : 0) })}>
      <div role="status">
        {checks.length === 0 && !other && (
          <p className="hw-hint">{t(lint.looked ? 'policies.editor.checked' : 'policies.editor.unchecked')}</p>
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
