import { useTranslate } from 'ra-core';
import { useFormat } from '../format';
import { ScopedLink } from '../scope';
import type { Withheld } from './documents';

/** S5: whose used-up budget withholds new promises, since when and until when, with the way to it for those who may read it. */
export function WithheldText({ withheld: { node, month, since, budgetId } }: { withheld: Withheld }) {
  const t = useTranslate();
  const format = useFormat();
  const told = { unit: node.name, month: format.month(month), since: format.textTime(since) };
  return (
    <>
      {t('rules.withheld.text', told)}
      {budgetId !== null && (
        <>
          {' '}
          <ScopedLink to={`/money/budgets?month=${month}&drawer=${encodeURIComponent(`budget:${budgetId}`)}`}>
            {t('rules.withheld.budget')}
          </ScopedLink>
        </>
      )}
    </>
  );
}
