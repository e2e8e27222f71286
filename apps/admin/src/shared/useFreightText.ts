import { useTranslate } from 'ra-core';
import { useFormat } from './format';

export interface Freight {
  readonly payer: string;
  readonly merchantBps: number;
  /** What free returns cover at most, in fen; null: nothing. */
  readonly coveredAtMost: number | null;
}

/** Who pays the return freight: free returns come before whoever pays the rest; what the merchant pays anyway needs no cover. */
export function useFreightText(): (freight: Freight) => string {
  const t = useTranslate();
  const format = useFormat();
  return ({ payer, merchantBps, coveredAtMost }) => {
    const rest = t(`shared.freight.${payer}`, { share: String(merchantBps / 100) });
    if (payer === 'merchant' || coveredAtMost === null) return rest;
    return t('shared.freight.covered', { amount: format.money(coveredAtMost), rest });
  };
}
