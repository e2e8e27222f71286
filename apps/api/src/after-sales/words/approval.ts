import type { TraceEntry } from '@headwater/after-sales';
import { money, type Label } from './format.js';

type Facts = TraceEntry['facts'];
type Sentence = (facts: Facts, passes: boolean) => Label;

const fen = (facts: Facts, key: string): string => money(Number(facts[key] ?? 0));
const number = (facts: Facts, key: string): number => Number(facts[key] ?? 0);

/** What would turn the decision, where anything would. */
const flip = (facts: Facts, zh: string, en: string): Label =>
  typeof facts['flipsAt'] === 'number'
    ? { zh: `；${zh} ${fen(facts, 'flipsAt')}`, en: `; ${en} ${fen(facts, 'flipsAt')}` }
    : { zh: '', en: '' };

function byCost(facts: Facts, keeps: boolean): Label {
  const costs = money(number(facts, 'returnFreight') + number(facts, 'handlingCost'));
  const resale = fen(facts, 'resale');
  return keeps
    ? {
        zh: `无需退货：退货运费加处理成本 ${costs}，不低于转售价值 ${resale}`,
        en: `Keep the item: return freight and handling of ${costs} reach the resale value of ${resale}`,
      }
    : {
        zh: `需要寄回：转售价值 ${resale}，高于退货运费加处理成本 ${costs}`,
        en: `To be sent back: the resale value of ${resale} is above return freight and handling of ${costs}`,
      };
}

const byAmount = (facts: Facts, keeps: boolean): Label =>
  keeps
    ? {
        zh: `无需退货：商品 ${fen(facts, 'value')}，不超过 ${fen(facts, 'amount')}`,
        en: `Keep the item: the goods are worth ${fen(facts, 'value')}, at most ${fen(facts, 'amount')}`,
      }
    : {
        zh: `需要寄回：商品 ${fen(facts, 'value')}，超过 ${fen(facts, 'amount')}`,
        en: `To be sent back: the goods are worth ${fen(facts, 'value')}, above ${fen(facts, 'amount')}`,
      };

const joined = (said: Label, more: Label): Label => ({ zh: said.zh + more.zh, en: said.en + more.en });

const returnless: Sentence = (facts, keeps) =>
  joined(
    (facts['by'] === 'cost' ? byCost : byAmount)(facts, keeps),
    keeps
      ? flip(facts, '需要寄回，从商品', 'it would be sent back from')
      : flip(facts, '无需退货，到商品', 'it would be kept up to'),
  );

const autoApprove: Sentence = (facts, passes) =>
  passes
    ? {
        zh: `自动同意规则第 ${number(facts, 'row') + 1} 行：${fen(facts, 'amount')}，不超过 ${fen(facts, 'amountUpTo')}`,
        en: `Row ${number(facts, 'row') + 1} of auto-approval: ${fen(facts, 'amount')}, at most ${fen(facts, 'amountUpTo')}`,
      }
    : { zh: '没有自动同意规则匹配，由人处理', en: 'No row of auto-approval matches; a person answers' };

const frequentReturner: Sentence = (facts, passes) => {
  const numbers = {
    zh: `${number(facts, 'windowDays')} 天内申请 ${number(facts, 'applications')} 次，同期购买 ${number(facts, 'lines')} 件商品`,
    en: `${number(facts, 'applications')} applications in ${number(facts, 'windowDays')} days, on ${number(facts, 'lines')} lines bought`,
  };
  const limits = {
    zh: `${number(facts, 'limit')} 次且占 ${number(facts, 'share')}%`,
    en: `${number(facts, 'limit')} and ${number(facts, 'share')}%`,
  };
  return passes
    ? { zh: `${numbers.zh}；未达到 ${limits.zh}`, en: `${numbers.en}; below ${limits.en}` }
    : { zh: `频繁退货：${numbers.zh}；达到 ${limits.zh}`, en: `Frequent returner: ${numbers.en}; from ${limits.en}` };
};

const routed = { own: { zh: '退货地址', en: 'the return address' }, supplier: { zh: '供货商', en: 'the supplier' } };

function returnRouting(facts: Facts, passes: boolean): Label {
  const to = facts['to'] === 'supplier' ? routed.supplier : routed.own;
  const value = fen(facts, 'value');
  const row = facts['row'];
  const by =
    typeof row === 'number'
      ? { zh: `退货去向第 ${row + 1} 行`, en: `row ${row + 1} of where returns go` }
      : { zh: '低于退货去向各行', en: 'below every row of where returns go' };
  const missing = passes
    ? { zh: '', en: '' }
    : { zh: '；应寄到供货商，但没有供货商退货地址', en: '; it should be the supplier, whose address is missing' };
  const said = {
    zh: `寄到${to.zh}：商品 ${value}，${by.zh}${missing.zh}`,
    en: `Goes to ${to.en}: the goods are worth ${value}, ${by.en}${missing.en}`,
  };
  const isLess = number(facts, 'flipsAt') < number(facts, 'value');
  return joined(
    said,
    isLess
      ? flip(facts, '改寄他处，不超过', 'it would go elsewhere up to')
      : flip(facts, '改寄他处，从', 'it would go elsewhere from'),
  );
}

/** A1, A7, I3, V3: the decisions at approval, said with their numbers. */
export const approvalSentences: Readonly<Record<string, Sentence>> = { returnless, autoApprove, frequentReturner, returnRouting };
