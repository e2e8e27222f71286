import type { AfterSalesRules, ReturnAddress, ReturnRoute } from '@headwater/policy';
import type { CaseContext } from '../context.js';
import type { CaseFacts, Fen } from '../facts.js';
import type { TraceEntry } from '../result.js';
import type { Flip } from './returnless.js';

/** What says where goods go that come back. */
export type RoutingRules = Pick<AfterSalesRules, 'returnAddress' | 'returnRouting' | 'supplierAddress'>;

export interface ReturnRouteDecision {
  readonly to: ReturnRoute;
  /** Null: the rules know of none, which leaves the branch's own. */
  readonly address: ReturnAddress | null;
  /** The nearest value from or up to which they would go elsewhere; null: they go nowhere else. */
  readonly flip: Flip | null;
  /** Empty where no rule was asked. */
  readonly trace: readonly TraceEntry[];
}

/** The row that is reached, by its place in the table; null below all of them. */
function rowAt(value: Fen, { returnRouting }: RoutingRules): number | null {
  const reached = [...returnRouting.entries()].filter(([, { amountFrom }]) => amountFrom <= value);
  return reached.sort(([, one], [, other]) => other.amountFrom - one.amountFrom)[0]?.[0] ?? null;
}

/** What the table says of goods of a value, and what comes of it: nothing goes to a supplier whose address nobody knows. */
function routeAt(
  value: Fen,
  rules: RoutingRules,
): { readonly row: number | null; readonly wanted: ReturnRoute; readonly to: ReturnRoute } {
  const row = rowAt(value, rules);
  const wanted = (row === null ? undefined : rules.returnRouting[row]?.to) ?? 'own';
  return { row, wanted, to: rules.supplierAddress === null ? 'own' : wanted };
}

/** The value nearest to one at which the table says something else; of two as near, the lower. */
function flipOf(value: Fen, to: ReturnRoute, rules: RoutingRules): Flip | null {
  const turns = rules.returnRouting.flatMap(({ amountFrom }) => [amountFrom, amountFrom - 1]);
  const others = turns.filter((at) => at >= 0 && routeAt(at, rules).to !== to);
  const [nearest] = others.sort((one, other) => Math.abs(one - value) - Math.abs(other - value) || one - other);
  return nearest === undefined ? null : { fact: 'value', at: nearest };
}

/** V3: which address goods of this value (what was paid for them, in fen) go back to. */
export function decideReturnRoute(value: Fen, rules: RoutingRules): ReturnRouteDecision {
  const { returnRouting, supplierAddress, returnAddress } = rules;
  const { row, wanted, to } = routeAt(value, rules);
  const address = to === 'supplier' ? supplierAddress : returnAddress;
  if (returnRouting.length === 0) return { to, address, flip: null, trace: [] };
  const flip = flipOf(value, to, rules);
  const facts = { value, row, wanted, to, flipsAt: flip?.at ?? null };
  return { to, address, flip, trace: [{ rule: 'returnRouting', passes: wanted === to, facts }] };
}

/** The decision for the goods of a case. */
export const returnRouteFor = (
  { maxAmount }: Pick<CaseFacts, 'maxAmount'>,
  { rules }: Pick<CaseContext, 'rules'>,
): ReturnRouteDecision => decideReturnRoute(maxAmount, rules);
