import type { Payer } from '@headwater/policy';
import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';

export type LabelRefusal = 'WRONG_STATE' | 'METHOD_NOT_ALLOWED' | 'LABEL_NOT_OWED';

/**
 * A8: why the branch may issue no prepaid label for a return; null: it may. It is for goods that are waited for, that may come by parcel,
 * and whose freight is all ours, so that the buyer pays nothing up front. Pure.
 * @param freightPayer as decided for the case
 */
export function labelRefused(
  { state }: Pick<CaseFacts, 'state'>,
  freightPayer: Payer,
  { rules }: Pick<CaseContext, 'rules'>,
): LabelRefusal | null {
  if (state !== 'AWAIT_RETURN') return 'WRONG_STATE';
  if (!rules.returnMethods.includes('parcel')) return 'METHOD_NOT_ALLOWED';
  return freightPayer === 'merchant' ? null : 'LABEL_NOT_OWED';
}
