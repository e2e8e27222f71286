import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import type { Bill } from '../documents';

/** I5: what a bill asks beyond its carrier's price card, where lines can be compared. */
export function ByCard({ bill: { byPriceCard, currency } }: { bill: Bill }) {
  const t = useTranslate();
  const format = useFormat();
  if (byPriceCard === null || byPriceCard.compared === 0) return null;
  const { compared, notCompared, aboveLines: lines, above } = byPriceCard;
  const told = { compared, lines, above: format.money(above, currency) };
  return (
    <p style={{ margin: '0 0 12px' }}>
      {t(lines === 0 ? 'bills.cards.agrees' : 'bills.cards.bill', told)}
      {notCompared > 0 && t('bills.cards.rest', { n: notCompared })}
    </p>
  );
}
