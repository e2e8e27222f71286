import type { Speech } from './valueText';
import type { AutoApproveRow, BuyerLimit, Returnless, ReturnRoutingRow } from './values';

const money = (fen: number, { t, format }: Speech): string =>
  Number.isNaN(fen) ? t('rules.value.unfinished') : format.money(fen);

/** 「¥50.00 以内 · 不想要了 · 一般买家」: what a row approves by itself. */
export function autoApproveLine({ amountUpTo, reasonClasses, riskUpTo }: AutoApproveRow, speech: Speech): string {
  const { t } = speech;
  const reasons = reasonClasses?.map((each) => t(`rules.word.reasonClass.${each}`)).join(t('shared.list'));
  const said = [t('rules.value.upTo', { amount: money(amountUpTo, speech) }), reasons ?? t('rules.word.anyReason')];
  return `${[...said, t(`rules.word.risk.${riskUpTo}`)].join(' · ')} → ${t('rules.value.approved')}`;
}

/** 「¥50.00 起 → 供货商」: where goods go from a value on. */
export const routeLine = ({ amountFrom, to }: ReturnRoutingRow, speech: Speech): string =>
  `${speech.t('rules.value.fromAmount', { amount: money(amountFrom, speech) })} → ${speech.t(`rules.word.route.${to}`)}`;

/** When the buyer keeps the item. */
export function returnlessText(value: Returnless | null, speech: Speech): string {
  const { t, format } = speech;
  if (value === null) return t('rules.value.alwaysBack');
  if (value.by === 'amount') return t('rules.value.keepByAmount', { amount: money(value.amount, speech) });
  const share = Number.isNaN(value.resaleBps) ? t('rules.value.unfinished') : format.percent(value.resaleBps);
  return t('rules.value.keepByCost', { handling: money(value.handlingCost, speech), share });
}

/** 「30 天内最多 3 个包裹」. */
export function buyerLimitText(value: BuyerLimit | null, { t }: Speech): string {
  if (value === null) return t('rules.value.noBuyerLimit');
  const isWhole = Number.isInteger(value.count) && Number.isInteger(value.days);
  return isWhole ? t('rules.value.buyerLimit', { n: value.count, days: value.days }) : t('rules.value.unfinished');
}
