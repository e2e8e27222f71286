import type { Liability, LiableParty } from '../facts.js';
import { noEvidence } from '../liability/evidence.js';
import { noFault } from '../liability/finding.js';
import { judgeLiability } from '../liability/judge.js';

export interface AppealQuestion {
  readonly liability: Liability | null;
  /** Appeals of the case so far, and whether one of them waits for HQ. */
  readonly made: number;
  readonly open: boolean;
  /** `repeatMax` of the rules. */
  readonly limit: number;
}

export type AppealRefusal = 'NOTHING_TO_APPEAL' | 'APPEAL_OPEN' | 'REPEAT_LIMIT';

/** Why the branch may not appeal; null: it may. Only its own liability is its to contest. */
export function appealRefused({ liability, made, open, limit }: AppealQuestion): AppealRefusal | null {
  if (liability?.party !== 'branch') return 'NOTHING_TO_APPEAL';
  if (open) return 'APPEAL_OPEN';
  return made >= limit ? 'REPEAT_LIMIT' : null;
}

/** HQ's answer: whom it names instead; the judgement that stood, word for word, where it upholds it. */
export function answered(standing: Liability | null, named: LiableParty | null, question: LiabilityOfReason): Liability | null {
  if (named === null || named === standing?.party) return standing;
  const { liability } = judgeLiability({ ...noFault, ...noEvidence, ...question, named });
  return liability && { ...liability, rule: 'appeal' };
}

type LiabilityOfReason = Pick<Parameters<typeof judgeLiability>[0], 'stamps' | 'reason'>;
