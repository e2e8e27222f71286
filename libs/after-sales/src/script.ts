import type { ReasonClass, ServiceScripts } from '@headwater/policy';
import type { Instant } from './facts.js';
import type { CaseState } from './vocabulary.js';

/** The situation of a case in which somebody talks to its buyer. */
export interface Situation {
  readonly state: CaseState;
  readonly reasonClass: ReasonClass;
  readonly receivedAt: Instant | null;
  /** Approved without the goods coming back. */
  readonly keepsItem: boolean;
}

type ScriptField = keyof ServiceScripts;

const scenes: Partial<Record<CaseState, ScriptField>> = {
  APPLIED: 'applyScript',
  AWAIT_RETURN: 'approvedScript',
  REJECTED: 'rejectedScript',
  RECEIPT_REFUSED: 'refusedScript',
  REFUNDED: 'refundedScript',
};

const apologies: Partial<Record<ReasonClass, ScriptField>> = {
  mismatch: 'apologyMismatch',
  quality: 'apologyQuality',
  wrongItem: 'apologyWrongItem',
  logistics: 'apologyLogistics',
};

/** Where the buyer is turned down an apology would be hollow, and an ended case needs none any more. */
const withoutApology: readonly CaseState[] = ['REJECTED', 'RECEIPT_REFUSED', 'CLOSED', 'DONE'];

/** What follows an approval while the buyer keeps the item. */
const afterKeeping: readonly CaseState[] = ['REFUNDING', 'AWAIT_RESHIP'];

/** A refund can be under way without any goods: then nothing was received. */
function sceneOf({ state, receivedAt, keepsItem }: Situation): ScriptField | undefined {
  if (keepsItem && afterKeeping.includes(state)) return 'keptScript';
  return state === 'REFUNDING' && receivedAt !== null ? 'receivedScript' : scenes[state];
}

/** P18: what staff say to the buyer now, in order: the apology where the merchant is at fault, then the scene's script. */
export function scriptFor(situation: Situation): ScriptField[] {
  const { state, reasonClass } = situation;
  const apology = withoutApology.includes(state) ? undefined : apologies[reasonClass];
  return [apology, sceneOf(situation)].filter((field) => field !== undefined);
}
