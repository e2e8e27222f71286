import { conditionRowsInUse } from '../use/conditions.js';
import { freightRowsInUse } from '../use/freight.js';
import { daysFor } from '../use/category-windows.js';
import { bearerRowsInUse, scopeRowsInUse } from '../use/subsidy.js';
import { amountOf } from '../values/amount.js';
import type { AfterSalesRules, FieldKey, KindKey, SubsidyRules } from '../values/types.js';
import type { CaseType } from '../values/words.js';
import { approveRowsInUse, risks } from './approval.js';
import { found, labelOf, when, type Found } from './found.js';
import type { Finding, Rules } from './finding.js';
import { unconfirmed } from './exclusions.js';
import { legalExclusions, legalFloors, refundDue, type Market } from './floors.js';
import { legal } from './legal.js';
import { texts } from './texts.js';

/** Whose rules are looked at, by name, and the law of which market binds them. */
export interface Linted {
  readonly unit: string;
  readonly market: Market;
}

/**
 * P13: what of a unit's effective rules of a kind is allowed and yet hardly meant; each text names the unit, the field and the way out.
 * Empty: nothing was found.
 */
export const lint = (kind: KindKey, rules: Rules, { unit, market }: Linted): Finding[] =>
  findingsIn(kind, rules, market).map((each) => ({
    ...each,
    text: { zh: `「${unit}」${each.text.zh}`, en: `${unit}: ${each.text.en}` },
  }));

/** The same, where the unit is named beside the text. */
export function findingsIn(kind: KindKey, rules: Rules, market: Market): Finding[] {
  const own = ofKind[kind](rules);
  const exclusions = kind === 'afterSalesRules' ? unconfirmed(rules.afterSalesRules, legalExclusions[market]) : [];
  const all = [...exclusions, ...legal(kind, rules, legalFloors[market]), ...own, ...texts(kind, rules)];
  return all.map((each) => ({ ...each, kind }));
}

const ofKind: Readonly<Record<KindKey, (rules: Rules) => Found[]>> = {
  afterSalesRules: (rules) => [...afterSales(rules.afterSalesRules), ...risks(rules)],
  returnShippingSubsidy: (rules) => subsidy(rules.returnShippingSubsidy),
  serviceScripts: () => [],
  riskLimits: () => [],
};

/** Types whose goods come back. */
const returning: readonly CaseType[] = ['returnRefund', 'exchange', 'repair'];

function afterSales(rules: AfterSalesRules): Found[] {
  const { noReasonDays, qualityDays, disputeDays, disputeDefaultDays, resumeHours, respondHours, types, returnAddress } = rules;
  const { reshipHours, reshipFailDays } = rules;
  return [
    ...when(qualityDays < noReasonDays, () =>
      found('qualityShorterThanNoReason', 'qualityDays', {
        zh: `质量问题售后期（${qualityDays} 天）短于无理由退货期（${noReasonDays} 天）：改为不少于 ${noReasonDays} 天`,
        en: `The quality window (${qualityDays} days) is shorter than the no-reason window (${noReasonDays} days): make it at least ${noReasonDays} days`,
      }),
    ),
    ...shorterForCategory(rules),
    ...when(disputeDays >= disputeDefaultDays, () =>
      found('reminderAfterDecision', 'disputeDays', {
        zh: `介入提醒（${disputeDays} 天）不早于默认判定（${disputeDefaultDays} 天），提醒时已判定：改为少于 ${disputeDefaultDays} 天`,
        en: `The dispute reminder (${disputeDays} days) comes no earlier than the decision (${disputeDefaultDays} days): make it less than ${disputeDefaultDays} days`,
      }),
    ),
    ...when(resumeHours > respondHours, () =>
      found('pauseLongerThanClock', 'resumeHours', {
        zh: `恢复后最少时限（${resumeHours} 小时）长于商家处理时限（${respondHours} 小时），等于延长时限：改为不超过 ${respondHours} 小时`,
        en: `The least time after a pause (${resumeHours} hours) is longer than the time to respond (${respondHours} hours): make it at most ${respondHours} hours`,
      }),
    ),
    ...noTimeToPay(rules),
    ...when(types.some((type) => returning.includes(type)) && returnAddress === null, () =>
      found('returnWithoutAddress', 'returnAddress', {
        zh: '支持退货退款、换货或维修却没有退货地址，店员无法同意退货：填写退货地址，或去掉这些售后类型',
        en: 'Returns are allowed but there is no return address, so that none can be approved: set one, or take the types out',
      }),
    ),
    ...routedNowhere(rules),
    ...when(reshipHours >= reshipFailDays * 24, () =>
      found('reminderAfterDecision', 'reshipHours', {
        zh: `发货时限（${reshipHours} 小时）不早于未发货退款（${reshipFailDays} 天），提醒时已退款：改为少于 ${reshipFailDays * 24} 小时`,
        en: `The time to dispatch (${reshipHours} hours) ends no earlier than the refund for want of it (${reshipFailDays} days): make it less than ${reshipFailDays * 24} hours`,
      }),
    ),
    ...unreachable('afterSalesRules', 'freightPayer', rules.freightPayer.length, freightRowsInUse(rules.freightPayer)),
    ...unreachable('afterSalesRules', 'conditions', rules.conditions.length, conditionRowsInUse(rules.conditions)),
    ...unreachable('afterSalesRules', 'autoApprove', rules.autoApprove.length, approveRowsInUse(rules.autoApprove)),
  ];
}

/** Delivered goods are inspected and their refund is paid, both before it is due: an inspection as long as that leaves the payout no day. */
const noTimeToPay = ({ inspectDays, refundDueDays }: AfterSalesRules): Found[] => {
  const { source, max } = refundDue;
  const zhWay = refundDueDays > 1 ? `改为少于 ${refundDueDays} 天` : '退款时限改为至少 2 天';
  const enWay = refundDueDays > 1 ? `make it less than ${refundDueDays} days` : 'give the refund at least 2 days';
  return when(inspectDays >= refundDueDays, () =>
    found('noTimeToPay', 'inspectDays', {
      zh: `验收时限（${inspectDays} 天）用完退款时限（${refundDueDays} 天），没有留出打款的时间；送达、验收到打款法定不超过 ${max} 天（${source.zh}）：${zhWay}`,
      en: `Time to inspect (${inspectDays} days) takes all of the time until the refund is due (${refundDueDays} days) and leaves none to pay in; from delivery to payout the law allows ${max} days (${source.en}): ${enWay}`,
    }),
  );
};

/** V3: goods are to go to the supplier, and nobody says where that is. */
const routedNowhere = ({ returnRouting, supplierAddress }: AfterSalesRules): Found[] =>
  returnRouting.flatMap(({ to }, row) =>
    to === 'own' || supplierAddress !== null
      ? []
      : [
          found(
            'routedNowhere',
            'returnRouting',
            {
              zh: `退货去向第 ${row + 1} 行寄到供货商，但没有供货商退货地址，商品仍会寄到退货地址：填写供货商退货地址，或删除这一行`,
              en: `Row ${row + 1} of Where returns go names the supplier, but there is no supplier’s address, so that the goods go to the return address: set one, or delete the row`,
            },
            row,
          ),
        ],
  );

/** A category whose quality window, its own or the plain one, is shorter than its no-reason window. */
const shorterForCategory = (rules: AfterSalesRules): Found[] =>
  rules.windowByCategory.flatMap(({ category }, row) => {
    const [quality, noReason] = [daysFor(rules, 'qualityDays', category), daysFor(rules, 'noReasonDays', category)];
    if (quality >= noReason) return [];
    const zh = `「${category}」的质量问题售后期（${quality} 天）短于无理由退货期（${noReason} 天）：改为不少于 ${noReason} 天`;
    const en = `The quality window of ${category} (${quality} days) is shorter than its no-reason window (${noReason} days): make it at least ${noReason} days`;
    return [found('qualityShorterThanNoReason', 'windowByCategory', { zh, en }, row)];
  });

function subsidy({ enabled, scope, mode, bearers }: SubsidyRules): Found[] {
  return [
    ...when(enabled && scope.length > 0 && scope.every(({ covered }) => !covered), () =>
      found('coversNothing', 'scope', {
        zh: '已开通，但适用范围没有一行是适用：加一行适用，或清空表格表示全部适用',
        en: 'Free returns are on, but no row of the scope covers anything: add one that does, or empty the table to cover everything',
      }),
    ),
    ...when(enabled && amountOf(mode) === 0, () =>
      found('paysNothing', 'mode', {
        zh: '已开通，但补贴方式与封顶的金额为 0：填写金额，或停用',
        en: 'Free returns are on, but the amount of mode and cap is 0: set an amount, or turn them off',
      }),
    ),
    ...unreachable('returnShippingSubsidy', 'scope', scope.length, scopeRowsInUse(scope)),
    ...unreachable('returnShippingSubsidy', 'bearers', bearers.rows.length, bearerRowsInUse(bearers)),
  ];
}

/** Rows that an earlier one always comes before: the first match decides. */
function unreachable(kind: KindKey, field: FieldKey, rows: number, inUse: ReadonlySet<number>): Found[] {
  const name = labelOf(kind, field);
  return Array.from({ length: rows }, (_, row) => row)
    .filter((row) => !inUse.has(row))
    .map((row) =>
      found(
        'unreachableRow',
        field,
        {
          zh: `${name.zh}第 ${row + 1} 行永远轮不到，前面的行已全部匹配：上移或删除这一行`,
          en: `Row ${row + 1} of ${name.en} is never reached: earlier rows match all of it. Move it up or delete it`,
        },
        row,
      ),
    );
}
