import type { Returnless } from '@headwater/policy';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Fen } from '../facts.js';
import { goodsToBeSent } from '../goods.js';
import type { TraceEntry } from '../result.js';
import type { CaseType } from '../vocabulary.js';

const WHOLE = 10_000;

/** The nearest change of a fact that would turn a decision. */
export interface Flip {
  readonly fact: string;
  readonly at: number;
}

export interface ReturnlessQuestion {
  /** What was paid for the goods, in fen. */
  readonly value: Fen;
  /** What sending them back is expected to cost, in fen. */
  readonly returnFreight: Fen;
}

export interface ReturnlessDecision {
  /** The buyer keeps the item. */
  readonly keeps: boolean;
  /** What that saves, in fen: freight and handling less the resale by the rule of cost, the freight by that of amount. */
  readonly saves: Fen;
  readonly flip: Flip | null;
  readonly trace: readonly TraceEntry[];
}

/** The highest value that is still not worth sending back; null: there is none, everything is kept. */
function keptUpTo(rule: Returnless, costs: Fen): Fen | null {
  if (rule.by === 'amount') return rule.amount;
  return rule.resaleBps === 0 ? null : Math.ceil(((costs + 1) * WHOLE) / rule.resaleBps) - 1;
}

const flipOf = (limit: Fen | null, keeps: boolean): Flip | null =>
  limit === null ? null : { fact: 'value', at: keeps ? limit + 1 : limit };

function byCost(
  { value, returnFreight }: ReturnlessQuestion,
  { handlingCost, resaleBps }: Extract<Returnless, { by: 'cost' }>,
): Pick<ReturnlessDecision, 'keeps' | 'saves'> & { facts: TraceEntry['facts'] } {
  const resale = Math.floor((value * resaleBps) / WHOLE);
  const costs = returnFreight + handlingCost;
  const facts = { by: 'cost', value, returnFreight, handlingCost, resaleBps, resale };
  return { keeps: costs >= resale, saves: costs - resale, facts };
}

const byAmount = ({ value, returnFreight }: ReturnlessQuestion, amount: Fen) => ({
  keeps: value <= amount,
  saves: returnFreight,
  facts: { by: 'amount', value, amount, returnFreight },
});

/** Whether goods of this value need not come back: not worth it by the rule, the rule being off says they must. */
export function decideReturnless(question: ReturnlessQuestion, rule: Returnless | null): ReturnlessDecision {
  if (rule === null) return { keeps: false, saves: 0, flip: null, trace: [] };
  const { keeps, saves, facts } = rule.by === 'cost' ? byCost(question, rule) : byAmount(question, rule.amount);
  const costs = question.returnFreight + (rule.by === 'cost' ? rule.handlingCost : 0);
  const flip = flipOf(keptUpTo(rule, costs), keeps);
  const trace = [{ rule: 'returnless', passes: keeps, facts: { ...facts, flipsAt: flip?.at ?? null } }];
  return { keeps, saves: keeps ? saves : 0, flip, trace };
}

/** A repair needs the very goods; what does not come back anyway has nothing to keep. */
const mayKeep: readonly CaseType[] = ['RR', 'EX'];

/** The decision for a case, where its goods would still have to be sent; null where nobody asks. */
export const returnlessFor = (facts: CaseFacts, { rules, returnFreight }: CaseContext): ReturnlessDecision | null =>
  mayKeep.includes(facts.type) && goodsToBeSent(facts)
    ? decideReturnless({ value: facts.maxAmount, returnFreight }, rules.returnless)
    : null;
