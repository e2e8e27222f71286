import { useTranslate } from 'ra-core';
import { useFormat } from '../../../shared/format';
import type { BillLine } from '../documents';

/** I5: what the price card asks for a line, and how far what is billed is from it: 「¥9.50，多收 ¥0.50」; null: an insurer's. */
export function useByCard(): (line: BillLine, currency: string) => string | null {
  const t = useTranslate();
  const format = useFormat();
  return ({ billed, byPriceCard }, currency) => {
    if (byPriceCard === null || billed === null) return null;
    const { price, gap } = byPriceCard;
    if (price === null) return gap && t(`bills.cards.gap.${gap}`);
    const beyond = billed - price;
    const key = beyond === 0 ? 'same' : beyond > 0 ? 'above' : 'below';
    return t(`bills.cards.${key}`, { price: format.money(price, currency), sum: format.money(Math.abs(beyond), currency) });
  };
}
