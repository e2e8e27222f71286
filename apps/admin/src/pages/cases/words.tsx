import { useTranslate } from 'ra-core';
import { useLocalText } from '../../shared/useLocalText';
import type { CaseAction, CaseRow } from './documents';

/** What is wanted back: 「羽绒服 M ×1」, with how many more. */
export function useGoods(): (item: CaseRow) => string {
  const t = useTranslate();
  return (item) => {
    const [first, ...rest] = item.lines;
    if (first === undefined) return '';
    const goods = `${first.orderLine.name} ×${String(first.quantity)}`;
    return rest.length === 0 ? goods : t('cases.goodsMore', { goods, n: rest.length });
  };
}

export function useReason(): (item: CaseRow) => string {
  const text = useLocalText();
  return (item) => `${text(item.reason.classLabel)} · ${text(item.reason.label)}`;
}

export function useReasonLabel(): (item: CaseRow) => string {
  const text = useLocalText();
  return (item) => text(item.reason.label);
}

const keyOf = ({ verb, to }: CaseAction) => (verb === 'approve' && to.includes('REFUNDING') ? 'approveRefund' : verb);

/** What a button is called: approving names its effect, a refund at once or the goods first. */
export function useVerb(): (action: CaseAction) => string {
  const t = useTranslate();
  return (action) => t(`cases.verb.${keyOf(action)}`);
}

/** What is said once it was done: 「8841 已同意退货」. */
export function useDone(): (action: CaseAction, code: string) => string {
  const t = useTranslate();
  return (action, code) => t('cases.done', { code, did: t(`cases.did.${keyOf(action)}`) });
}
