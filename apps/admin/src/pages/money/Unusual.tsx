import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useFormat } from '../../shared/format';
import { ScopedLink } from '../../shared/scope';
import { EmptyState } from '../../shared/states';
import { useLocalText } from '../../shared/useLocalText';
import { v } from '../../theme/vars';
import type { MoneyHome } from './documents';

const List = styled('ul')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  '& li': { display: 'grid', gap: 2, padding: '8px 0', borderTop: `1px solid ${v.line}` },
  '& li:first-of-type': { borderTop: 0, paddingTop: 0 },
});

type UnusualStore = MoneyHome['unusual'][number];

function Why({ why }: Pick<UnusualStore, 'why'>) {
  const t = useTranslate();
  const format = useFormat();
  const localText = useLocalText();
  const named = (dimension: string) => why.keys.find((key) => key.dimension === dimension);
  const [reason, component] = [named('reason'), named('component')];
  if (!reason || !component) return null;
  return (
    <span className="hw-meta">
      {t('money.home.why', {
        reason: reason.text ? localText(reason.text) : t('money.home.noReason'),
        component: t(`money.component.${component.value}`, { _: component.value }),
        amount: format.money(why.amount - (why.before ?? 0)),
      })}
    </span>
  );
}

/** Stores that cost much more than in the same days of the month before, or in all of it, and what most of it is. */
export function Unusual({ home: { unusual, storesIn } }: { home: MoneyHome }) {
  const t = useTranslate();
  const format = useFormat();
  const { days, month } = storesIn;
  const rise = ({ amount, before }: UnusualStore['store']) => {
    const amounts = { amount: format.money(amount), before: format.money(before ?? 0) };
    return days === null
      ? t('money.home.riseOfMonth', { month: format.month(month), ...amounts })
      : t('money.home.rise', { days, ...amounts });
  };
  if (unusual.length === 0) return <EmptyState kind="allDone" text={t('money.home.nothingUnusual')} />;
  return (
    <List>
      {unusual.map(({ store, why }) => {
        const [key] = store.keys;
        if (!key) return null;
        const lines = encodeURIComponent(`lines:store=${key.value}`);
        return (
          <li key={key.value}>
            <ScopedLink to={`/money/costs?by=store,reason&months=${month}&drawer=${lines}`}>{key.label}</ScopedLink>
            <span>{rise(store)}</span>
            <Why why={why} />
          </li>
        );
      })}
    </List>
  );
}
