import Lock from '@mui/icons-material/LockOutlined';
import { useTranslate } from 'ra-core';
import type { RuleField } from './documents';
import { Notes } from './RowFrame';
import { RuleValue } from './RuleValue';
import { useRuleText } from './useRuleText';
import type { Directive } from './values';

/** What a version says about one field: its value, a lock, bounds for the units below. */
export function DirectiveText({ field, directive }: { field: RuleField; directive: Directive }) {
  const t = useTranslate();
  const texts = useRuleText();
  const { set, reset, lock, guard } = directive;
  const range = texts.guard(field, guard);
  return (
    <>
      {set !== undefined && <RuleValue field={field} value={set} />}
      {reset && t('rules.edit.resetTo', { value: texts.value(field, field.default).text })}
      <Notes>
        {lock && (
          <li>
            <Lock aria-hidden />
            {t('rules.says.locked')}
          </li>
        )}
        {range !== null && <li>{t('rules.says.guard', { range })}</li>}
      </Notes>
    </>
  );
}
