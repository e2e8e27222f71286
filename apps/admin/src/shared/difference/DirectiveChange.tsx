import { useTranslate } from 'ra-core';
import { sameValue, useRuleText, type Directive, type RuleField } from '../rules';
import { useLocalText } from '../useLocalText';
import { ValueChange } from './ValueChange';

/** What a directive makes of the value: its own, the product's default, or what comes from above. */
function useSaid(field: RuleField) {
  const t = useTranslate();
  const texts = useRuleText();
  return ({ set, reset }: Directive) => {
    if (set !== undefined) return texts.value(field, set);
    const text = reset
      ? texts.say('difference.resets', { value: texts.value(field, field.default).text })
      : t('difference.inherits');
    return { text, lines: [] };
  };
}

const valueOf = ({ set, reset }: Directive) => ({ set, reset });

interface DirectiveChangeProps {
  readonly field: RuleField;
  /** Null: nothing is said, so that it inherits. */
  readonly before: unknown;
  readonly after: unknown;
}

/** A field of which two versions say different things: of value, lock and bounds what differs, and that alone. */
export function DirectiveChange({ field, before, after }: DirectiveChangeProps) {
  const t = useTranslate();
  const localText = useLocalText();
  const texts = useRuleText();
  const said = useSaid(field);
  const [old, now] = [(before ?? {}) as Directive, (after ?? {}) as Directive];
  const name = localText(field.label);
  const range = ({ guard }: Directive) => texts.guard(field, guard) ?? t('difference.noGuard');
  return (
    <>
      {!sameValue(valueOf(old), valueOf(now)) && <ValueChange field={field} before={said(old)} after={said(now)} />}
      {old.lock !== now.lock && <div>{texts.say(`difference.${now.lock ? 'lockAdded' : 'lockRemoved'}`, { field: name })}</div>}
      {!sameValue(old.guard, now.guard) && (
        <div>{texts.say('difference.guard', { field: name, before: range(old), after: range(now) })}</div>
      )}
    </>
  );
}
