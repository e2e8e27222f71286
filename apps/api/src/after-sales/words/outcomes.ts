import type { CaseState, ClockOutcome, NextByItself } from '@headwater/after-sales';
import { money, type Label } from './format.js';
import { stateNames } from './states.js';

const toBranch: Label = { zh: '，责任归分店', en: '; the store is liable' };
const nobody: Label = { zh: '', en: '' };

const refunding = ({ refund }: NextByItself): Label =>
  refund === null ? nobody : { zh: `并退款 ${money(refund)}`, en: ` and ${money(refund)} is refunded` };

const comesTo = (to: CaseState): Label => stateNames[to];

const sentences: Readonly<Record<ClockOutcome, (next: NextByItself) => Label>> = {
  approve: (next) => ({ zh: `超时自动同意${refunding(next).zh}`, en: `Agreed automatically${refunding(next).en}` }),
  receive: (next) => ({ zh: `超时视为收货${refunding(next).zh}`, en: `Counts as received${refunding(next).en}` }),
  refund: (next) => ({ zh: `超时未发货${refunding(next).zh}`, en: `Nothing dispatched${refunding(next).en}` }),
  confirm: () => ({ zh: '超时自动确认收货', en: 'Receipt counts as confirmed' }),
  close: () => ({ zh: '超时关闭售后单', en: 'The case closes' }),
  comeBack: ({ to }) => ({ zh: `超时回到「${comesTo(to).zh}」`, en: `Goes back to “${comesTo(to).en}”` }),
  dispute: () => ({ zh: '超时由平台介入', en: 'Goes to HQ' }),
  forBuyer: (next) => ({ zh: `超时支持买家${refunding(next).zh}`, en: `Decided for the buyer${refunding(next).en}` }),
  alert: () => ({ zh: '到期未打款，每天提醒财务', en: 'Finance is alerted daily until it is paid' }),
};

/** "If nobody acts by then": what happens, and who becomes liable. */
export function outcomeText(next: NextByItself): Label {
  const { zh, en } = sentences[next.outcome](next);
  const liable = next.liability?.party === 'branch' && next.liability.rule === next.field ? toBranch : nobody;
  return { zh: zh + liable.zh, en: en + liable.en };
}
