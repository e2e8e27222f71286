import { useTranslate } from 'ra-core';
import { fieldIn, useKinds, useRuleText } from '../rules';
import { useLocalText } from '../useLocalText';
import type { ToAcknowledge } from './documents';

/** Lines that a band has room for. */
const FEW = 3;

/** What changes, a line each: 「自助售后期：15 天 → 20 天」; of tables only that they do. */
export function Changes({ changes }: { changes: ToAcknowledge['changes'] }) {
  const t = useTranslate();
  const texts = useRuleText();
  const localText = useLocalText();
  const kinds = useKinds().data ?? [];
  if (changes.length === 0) return <div>{t('acknowledge.nothing')}</div>;
  const lines = changes.slice(0, FEW).flatMap((change) => {
    const field = fieldIn(kinds, change.field, change.kind);
    if (!field) return [];
    const [before, after] = [texts.value(field, change.before), texts.value(field, change.after)];
    const words = { field: localText(field.label), before: before.text, after: after.text };
    const isTable = before.lines.length + after.lines.length > 0;
    return [{ key: change.field, text: isTable ? t('acknowledge.changed', words) : texts.say('difference.change', words) }];
  });
  return (
    <>
      {lines.map(({ key, text }) => (
        <div key={key}>{text}</div>
      ))}
      {changes.length > FEW && <div>{t('acknowledge.more', { n: changes.length - FEW })}</div>}
    </>
  );
}
