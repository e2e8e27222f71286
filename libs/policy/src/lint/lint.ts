import { fieldOf } from '../kinds/registry.js';
import type { Text } from '../kinds/field.js';
import { freightRowsInUse } from '../use/freight.js';
import { scopeRowsInUse } from '../use/subsidy.js';
import { amountOf } from '../values/amount.js';
import type { AfterSalesRules, FieldKey, KindKey, SubsidyRules } from '../values/types.js';
import type { Finding, LintRule, Rules } from './finding.js';
import type { LegalFloor } from './floors.js';

type Found = Omit<Finding, 'kind'>;

const found = (rule: LintRule, field: FieldKey, text: Text, row: number | null = null): Found => ({ rule, field, row, text });

const label = (kind: KindKey, field: FieldKey): Text => fieldOf(kind, field)?.label ?? { zh: field, en: field };

/** P13: what of a unit's effective rules of a kind is allowed and yet hardly meant. Empty: nothing was found. */
export function lint(kind: KindKey, rules: Rules, floors: readonly LegalFloor[]): Finding[] {
  const own = kind === 'afterSalesRules' ? afterSales(rules.afterSalesRules) : subsidy(rules.returnShippingSubsidy);
  return [...legal(kind, rules, floors), ...own].map((each) => ({ ...each, kind }));
}

function legal(kind: KindKey, rules: Rules, floors: readonly LegalFloor[]): Found[] {
  const values = rules[kind] as unknown as Readonly<Record<string, unknown>>;
  return floors.flatMap(({ field, min = -Infinity, max = Infinity, source }) => {
    const value = values[field];
    if (typeof value !== 'number' || (value >= min && value <= max)) return [];
    const limit = value < min ? min : max;
    const name = label(kind, field);
    const zh = `${name.zh}为 ${value}，法定${value < min ? '不少于' : '不超过'} ${limit}（${source.zh}）：改为 ${limit}`;
    const en = `${name.en} is ${value}; the law asks for ${value < min ? 'at least' : 'at most'} ${limit} (${source.en}): set it to ${limit}`;
    return [found('legalFloor', field, { zh, en })];
  });
}

function afterSales(rules: AfterSalesRules): Found[] {
  const { noReasonDays, qualityDays, disputeDays, disputeDefaultDays, resumeHours, respondHours, types, returnAddress } = rules;
  return [
    ...when(qualityDays < noReasonDays, () =>
      found('qualityShorterThanNoReason', 'qualityDays', {
        zh: `质量问题售后期（${qualityDays} 天）短于无理由退货期（${noReasonDays} 天）：改为不少于 ${noReasonDays} 天`,
        en: `The quality window (${qualityDays} days) is shorter than the no-reason window (${noReasonDays} days): make it at least ${noReasonDays} days`,
      }),
    ),
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
    ...when(types.includes('returnRefund') && returnAddress === null, () =>
      found('returnWithoutAddress', 'returnAddress', {
        zh: '支持退货退款却没有退货地址，店员无法同意退货：填写退货地址，或去掉退货退款',
        en: 'Returns are allowed but there is no return address, so that none can be approved: set one, or take the type out',
      }),
    ),
    ...unreachable('afterSalesRules', 'freightPayer', rules.freightPayer.length, freightRowsInUse(rules.freightPayer)),
  ];
}

function subsidy({ enabled, scope, mode }: SubsidyRules): Found[] {
  return [
    ...when(enabled && scope.length > 0 && scope.every(({ covered }) => !covered), () =>
      found('coversNothing', 'scope', {
        zh: '已开通，但适用范围没有一行是适用：加一行适用，或清空表格表示全部适用',
        en: 'Free returns are on, but no row of the scope covers anything: add one that does, or empty the table to cover everything',
      }),
    ),
    ...when(enabled && amountOf(mode) === 0, () =>
      found('paysNothing', 'mode', {
        zh: '已开通，但补贴金额为 0：填写金额，或停用',
        en: 'Free returns are on, but the amount is 0: set an amount, or turn them off',
      }),
    ),
    ...unreachable('returnShippingSubsidy', 'scope', scope.length, scopeRowsInUse(scope)),
  ];
}

const when = (holds: boolean, made: () => Found): Found[] => (holds ? [made()] : []);

/** Rows that an earlier one always comes before: the first match decides. */
function unreachable(kind: KindKey, field: FieldKey, rows: number, inUse: ReadonlySet<number>): Found[] {
  const name = label(kind, field);
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
