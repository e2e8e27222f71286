import type { RiskAction, RiskLevel, RiskLimits } from '@headwater/policy';
import type { TraceEntry } from '../result.js';
import type { Flip } from './returnless.js';

/** What a buyer did in the window, at all units of the chain. */
export interface BuyerHistory {
  readonly applications: number;
  /** Order lines bought. */
  readonly lines: number;
}

/** I3: how a buyer's applications are looked at, with the numbers that led to it. It refuses nothing. */
export interface BuyerRisk extends BuyerHistory {
  readonly level: RiskLevel;
  readonly actions: readonly RiskAction[];
  readonly windowDays: number;
  readonly flip: Flip | null;
  readonly trace: readonly TraceEntry[];
}

/** Frequent: both the count and the share of the lines bought are reached. */
export function decideBuyerRisk(history: BuyerHistory, limits: RiskLimits): BuyerRisk {
  const { frequentReturners: on, riskWindowDays: windowDays, riskApplications, riskShare, riskActions } = limits;
  const { applications, lines } = history;
  const from = Math.max(riskApplications, Math.ceil((riskShare * lines) / 100));
  const frequent = on && applications >= from;
  const flip = on ? { fact: 'applications', at: frequent ? from - 1 : from } : null;
  const facts = { on, applications, lines, windowDays, limit: riskApplications, share: riskShare, flipsAt: flip?.at ?? null };
  return {
    ...{ applications, lines, windowDays, flip },
    level: frequent ? 'frequent' : 'normal',
    actions: frequent ? riskActions : [],
    trace: [{ rule: 'frequentReturner', passes: !frequent, facts }],
  };
}
