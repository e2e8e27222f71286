import type { BuyerRisk } from './approval/buyer-risk.js';
import type { ClosedDays } from './calendar.js';
import type { Fen, Instant } from './facts.js';
import type { Evidence } from './liability/evidence.js';
import type { CaseRules } from './rules.js';

/** What a decision depends on beside the case: the moment, the rules in force for it, and the branch's IANA time zone. */
export interface CaseContext {
  readonly now: Instant;
  readonly rules: CaseRules;
  readonly timeZone: string;
  /** Days on which the branch's own clocks stand still (A13); absent: none. */
  readonly closedDays?: ClosedDays;
  /** What sending the goods of a case back is expected to cost, in fen. */
  readonly returnFreight: Fen;
  /** A14: what is on record of the case as the step is taken; only where the step may show who is at fault. */
  readonly evidence?: Evidence;
  /** Of the case's buyer; only where the engine itself may approve. */
  readonly buyerRisk?: BuyerRisk | null;
}
