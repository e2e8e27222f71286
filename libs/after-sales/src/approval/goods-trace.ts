import type { CaseContext } from '../context.js';
import type { CaseFacts } from '../facts.js';
import { goodsToBeSent } from '../goods.js';
import type { TraceEntry } from '../result.js';
import { returningTypes } from '../vocabulary.js';
import { returnRouteFor } from './return-route.js';
import { returnlessFor } from './returnless.js';

/** What an approval decides of goods that would have to be sent: whether the buyer keeps them, and else where they go. */
export function goodsTrace(facts: CaseFacts, context: CaseContext): readonly TraceEntry[] {
  if (!returningTypes.includes(facts.type) || !goodsToBeSent(facts)) return [];
  const returnless = returnlessFor(facts, context);
  return [...(returnless?.trace ?? []), ...(returnless?.keeps ? [] : returnRouteFor(facts, context).trace)];
}
