import fc from 'fast-check';
import type { ActionVerb, CaseAction, CaseCommand } from '../commands.js';
import type { CaseFacts } from '../facts.js';
import { reasonCodes } from '../reasons.js';
import { caseActors, caseTypes, caseVerbs } from '../vocabulary.js';
import { applyTransition, decide } from '../lifecycle/decide.js';
import { permittedRows } from '../lifecycle/permit.js';
import type { Transition } from '../result.js';
import { applied, at, DAY, HOUR, NOW } from './cases.js';

const text = fc.oneof(
  { weight: 9, arbitrary: fc.constantFrom('质量有问题', 'SF1001') },
  { weight: 1, arbitrary: fc.constantFrom('', ' ') },
);
const fen = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 18_900 }) },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0, 0.5, 18_901, 99_999) },
);
const instant = fc.integer({ min: NOW - 10 * DAY, max: NOW + 100 * DAY });
const dayNames = fc.array(
  instant.map((at) => new Date(at).toISOString().slice(0, 10)),
  { maxLength: 5 },
);
const parcel = { carrier: text, tracking: text };
const freightPaid = fc.option(fen);

const inputs: { readonly [V in ActionVerb]: fc.Arbitrary<Omit<CaseAction<V>, 'verb'>> } = {
  approve: fc.record({ returnReason: text }, { requiredKeys: [] }),
  reject: fc.record({ reason: text }),
  askInfo: fc.record({ question: text }),
  propose: fc.record({ resolution: fc.constantFrom('refund', 'returnRefund'), amount: fen, reason: text }),
  supplyInfo: fc.record({ answer: text }),
  accept: fc.record({}),
  decline: fc.record({}),
  modify: fc.record(
    {
      ...{ type: fc.constantFrom(...caseTypes), reason: fc.constantFrom(...reasonCodes), amount: fen },
      maxAmount: fc.constantFrom(18_900, 18_901, 17_000),
    },
    { requiredKeys: [] },
  ),
  escalate: fc.record({ reason: text }),
  withdraw: fc.record({}),
  ship: fc.record({ method: fc.constantFrom('parcel', 'pickup'), freightPaid, ...parcel }),
  bookPickup: fc.record({ from: instant, until: instant }),
  registerDropIn: fc.record({ at: fc.constant('store-2') }),
  changeIntent: fc.record({}),
  changeLogistics: fc.record({ freightPaid, ...parcel }),
  recordTracking: fc.record({ deliveredAt: instant }),
  receive: fc.record({}),
  receiveAndDispatch: fc.record({ freightPaid, ...parcel }),
  refuseReceipt: fc.record({ reason: text, goods: fc.constantFrom('branch', 'turnedBack', 'notArrived'), photos: fc.nat(2) }),
  reportLost: fc.record({}),
  shipBack: fc.record(parcel),
  dispatch: fc.record({ freightPaid, ...parcel }),
  outOfStock: fc.record({}),
  correctLogistics: fc.record(parcel),
  confirm: fc.record({}),
  notReceived: fc.record({}),
  wrongReceived: fc.record({ reason: text }),
  verdict: fc.record({
    to: fc.constantFrom('AWAIT_RETURN', 'AWAIT_RECEIPT', 'AWAIT_RESHIP', 'REFUNDING', 'CLOSED'),
    reason: text,
    amount: fen,
  }),
  paid: fc.record({ reference: text }),
  payoutFailed: fc.record({ detail: text }),
  retry: fc.record({}),
  manualVoucher: fc.record({ reference: text }),
  extend: fc.record({ until: instant }),
  recount: fc.record({ before: dayNames, after: dayNames, since: instant }),
  timeout: fc.record({}),
};

export const actionVerbs = caseVerbs.filter((verb) => verb !== 'apply');

/** Any command by anybody, sensible or not. */
export const commands: fc.Arbitrary<CaseCommand> = fc
  .tuple(fc.constantFrom(...actionVerbs), fc.constantFrom(...caseActors))
  .chain(([verb, actor]) => inputs[verb].map((input) => ({ ...input, verb, actor }) as CaseCommand));

/** Any command that a given verb and actor make. */
export const commandsOf = (verb: ActionVerb, actor: CaseCommand['actor']): fc.Arbitrary<CaseCommand> =>
  inputs[verb].map((input) => ({ ...input, verb, actor }) as CaseCommand);

export const openings: fc.Arbitrary<CaseFacts> = fc
  .tuple(fc.constantFrom(...caseTypes), fc.constantFrom(...reasonCodes))
  .map(([type, reason]) => applied({ type, reason }));

/** What happens next: one of the things that may, chosen by number, or the clock. */
export interface Step {
  readonly choice: number;
  readonly wishes: Readonly<Record<ActionVerb, CaseAction>>;
  readonly pause: number;
}

const wishes = fc.record(
  Object.fromEntries(actionVerbs.map((verb) => [verb, inputs[verb].map((input) => ({ ...input, verb }) as CaseAction)])),
) as fc.Arbitrary<Step['wishes']>;

const pause = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 0, max: 6 * HOUR }) },
  { weight: 1, arbitrary: fc.integer({ max: 20 * DAY, min: 0 }) },
);

export const steps = (maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.record({ choice: fc.nat({ max: 1_000 }), wishes, pause }), { minLength: maxLength / 2, maxLength });

export interface Moment {
  readonly facts: CaseFacts;
  readonly now: number;
  /** What led here; null at the start. */
  readonly transition: Transition | null;
}

/** Every case there was on the way, from its opening: at each step one permitted row is taken, with whatever input was wished. */
export function walk(start: CaseFacts, taken: readonly Step[]): Moment[] {
  let now = NOW;
  const seen: Moment[] = [{ facts: start, now, transition: null }];
  for (const { choice, wishes: wished, pause: waited } of taken) {
    now += waited;
    const { facts } = seen.at(-1)!;
    const possible = caseActors.flatMap((actor) => permittedRows(facts, actor, at(now)).map(({ verb }) => ({ verb, actor })));
    const chosen = possible[choice % Math.max(1, possible.length)];
    if (!chosen || chosen.verb === 'apply') continue;
    const decision = decide(facts, { ...wished[chosen.verb], actor: chosen.actor }, at(now));
    if (decision.ok) seen.push({ facts: applyTransition(facts, decision), now, transition: decision });
  }
  return seen;
}
