import { useTranslate } from 'ra-core';
import { Facts } from '../../shared/page';
import { DirectiveText, fieldIn, useKinds, type Directive } from '../../shared/rules';
import { useLocalText } from '../../shared/useLocalText';

/** What somebody changed in a unit's own rules, field by field. */
export function Changes({ changes }: { changes: readonly (readonly [field: string, directive: unknown])[] }) {
  const t = useTranslate();
  const localText = useLocalText();
  const { data: kinds = [] } = useKinds();
  const rows = changes.map(([key, directive]) => {
    const field = fieldIn(kinds, key);
    if (directive === null) return [field ? localText(field.label) : key, t('rules.edit.inherit')] as const;
    if (!field) return [key, JSON.stringify(directive)] as const;
    return [localText(field.label), <DirectiveText key={key} field={field} directive={directive as Directive} />] as const;
  });
  return <Facts rows={rows} />;
}
