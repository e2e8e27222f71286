import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import { useTranslate } from 'ra-core';
import { useLocalText } from '../useLocalText';
import { isUnfinished, verbOf } from './directives';
import type { RowModel } from './model';
import { Notes } from './RowFrame';
import { useRuleText } from './useRuleText';

/** Under a value: what is wrong with it, else what the field means and what is allowed, with who bounded it. */
export function FieldNotes({ model, id }: { model: RowModel; id: string }) {
  const t = useTranslate();
  const texts = useRuleText();
  const localText = useLocalText();
  const { field, directive, guard, guardBy, problems, lock } = model;
  const isOwn = verbOf(directive) === 'set';
  const range = texts.guard(field, guard ?? field.bounds);
  const counts = field.atPayment ? 'atPayment' : 'whenUsed';
  const by = guardBy.map(texts.source).join(t('shared.list'));
  const limits = (told: string) =>
    by === '' ? texts.say('rules.edit.bounds', { range: told }) : texts.say('rules.edit.boundsBy', { range: told, by });
  return (
    <Notes id={id}>
      {problems.map((problem, index) => (
        <li key={`${problem.code} ${String(index)}`} data-tone="trouble">
          <ErrorOutline aria-hidden />
          {texts.problem(problem)}
        </li>
      ))}
      {isUnfinished(directive) && (
        <li data-tone="trouble">
          <ErrorOutline aria-hidden />
          {t('rules.edit.notNumber')}
        </li>
      )}
      {lock && directive && !problems.some(({ code }) => code === 'LOCKED') && (
        <li data-tone="act">
          <ErrorOutline aria-hidden />
          {texts.say('rules.edit.ineffective', { by: texts.source(lock.source) })}
        </li>
      )}
      {isOwn && (
        <li>
          <span>
            {localText(field.help)} {range !== null && `${limits(range)} `}
            <span title={t(`rules.counts.${counts}Help`)}>{t(`rules.counts.${counts}`)}</span>
          </span>
        </li>
      )}
    </Notes>
  );
}
