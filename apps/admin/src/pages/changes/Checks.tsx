import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { CheckLines, checkStyles } from '../../shared/impact';
import { Sheet } from '../../shared/page';
import { useFieldLabel, useRuleText } from '../../shared/rules';
import { v } from '../../theme/vars';
import type { ChangeSet, Conflict } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 6,
  color: v.tone.trouble.ink,
  '& li': { display: 'flex', gap: 6 },
  '& svg': { width: 18, height: 18, flex: 'none', marginTop: 2 },
});

function useConflictText(): (conflict: Conflict) => string {
  const t = useTranslate();
  const format = useFormat();
  const label = useFieldLabel();
  const { say } = useRuleText();
  return ({ kind, node, fields, by, at }) => {
    const words = { unit: node.name, by: by ?? '', at: at === null ? '' : format.textTime(at) };
    if (kind === null) return say('changes.checks.conflictMoved', words);
    if (fields === null) return say('changes.checks.conflictWhole', words);
    return say('changes.checks.conflict', { ...words, fields: fields.map((key) => label(kind, key)).join(t('shared.list')) });
  };
}

function useChecks({ impact }: ChangeSet): readonly string[] {
  const t = useTranslate();
  const texts = useRuleText();
  const conflictText = useConflictText();
  if (!impact) return [];
  return [
    ...impact.problems.map((problem) => [texts.problem(problem), problem.nodeName].filter(Boolean).join(' · ')),
    ...impact.conflicts.map(conflictText),
    ...(impact.datePassed ? [t('changes.checks.datePassed')] : []),
  ];
}

const Warnings = styled('div')({ marginTop: 16, ...checkStyles });

/** What stands against carrying it out: broken rules, and what others wrote since the draft; below, what is only to be known. */
export function Checks({ set }: { set: ChangeSet }) {
  const t = useTranslate();
  const checks = useChecks(set);
  const warnings = set.impact?.effects.flatMap((effect) => effect.warnings) ?? [];
  return (
    <Sheet>
      {checks.length === 0 && <p className="hw-hint">{t('changes.checks.none')}</p>}
      <List>
        {checks.map((text) => (
          <li key={text}>
            <ErrorOutline aria-hidden />
            <span>{text}</span>
          </li>
        ))}
      </List>
      {warnings.length > 0 && (
        <Warnings>
          <h3 className="hw-meta">{t('rules.effect.warnings')}</h3>
          <CheckLines label={t('rules.effect.warnings')} checks={warnings} tone="act" />
        </Warnings>
      )}
    </Sheet>
  );
}
