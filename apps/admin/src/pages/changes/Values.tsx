import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { ValueChange } from '../../shared/difference';
import { fieldIn, useKinds, useRuleText } from '../../shared/rules';
import type { OperationValues } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'grid',
  gap: 6,
  '* + &': { marginTop: 12 },
  '& > li': { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 12px' },
});

/** What an operation changes by field and value, in how many branches each; the rest is counted. */
export function Values({ values, others }: OperationValues) {
  const t = useTranslate();
  const texts = useRuleText();
  const kinds = useKinds().data ?? [];
  if (values.length === 0) return null;
  return (
    <List aria-label={t('rules.effect.fields')}>
      {values.map(({ kind, field: key, before, after, branches }, index) => {
        const field = fieldIn(kinds, key, kind);
        return (
          field && (
            <li key={`${kind} ${key} ${String(index)}`}>
              <div>
                <ValueChange field={field} before={texts.value(field, before)} after={texts.value(field, after)} />
              </div>
              <span className="hw-num">{t('changes.impact.branches', { n: branches })}</span>
            </li>
          )
        );
      })}
      {others > 0 && <li className="hw-meta">{t('changes.impact.others', { n: others })}</li>}
    </List>
  );
}
