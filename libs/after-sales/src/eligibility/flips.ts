import type { Fen, Instant } from '../facts.js';
import { isReasonCode, reasonOf, reasonsAt, type ReasonCode } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import { caseTypeKeys, caseTypes, type CaseType } from '../vocabulary.js';
import { checkApplication, type Eligibility } from './check.js';
import { photosWanted } from './evidence.js';
import { quantityLeft, stageOf, type Application, type OrderFacts } from './order.js';

/** One change of what is asked, or of when, that turns the answer round. */
export type Flip =
  /** Eligible now; no longer from this instant on. */
  | { readonly kind: 'endsAt'; readonly at: Instant }
  /** Would have been eligible up to this instant, the last one. */
  | { readonly kind: 'atLatest'; readonly at: Instant }
  | { readonly kind: 'quantity'; readonly lines: Application['lines'] }
  /** With so many photos, of the goods and of the invoice. */
  | { readonly kind: 'photos'; readonly photos: number; readonly invoicePhotos: number }
  /** Once a contact of the buyer with the store is logged. */
  | { readonly kind: 'contact' }
  | { readonly kind: 'amount'; readonly amount: Fen }
  | { readonly kind: 'reason'; readonly reason: ReasonCode }
  | { readonly kind: 'type'; readonly type: CaseType }
  /** Staff may open the case where the buyer may not. */
  | { readonly kind: 'staff' };

interface Asked {
  readonly application: Application;
  readonly now: Instant;
}

type Ask = (application: Application, now: Instant) => Eligibility;

interface Candidate {
  readonly flip: Flip;
  readonly asked: Asked;
}

const untils = ({ windows }: Eligibility): Instant[] => [...new Set(windows.map(({ until }) => until))].sort((a, b) => a - b);

/** As much of each line as is left, each line once; lines of which nothing is left are taken out. */
function fewerPieces(order: OrderFacts, { lines }: Application): Application['lines'] {
  const asked = [...new Map(lines.map((line) => [line.lineId, line])).values()];
  return asked.flatMap(({ lineId, quantity }) => {
    const line = order.lines.find((each) => each.lineId === lineId);
    const left = line ? quantityLeft(line) : 0;
    if (left < 1) return [];
    const wanted = Number.isFinite(quantity) ? Math.max(1, Math.floor(quantity)) : left;
    return [{ lineId, quantity: Math.min(wanted, left) }];
  });
}

/** As many photos as the reason asks for; those that are there already stay. */
function photosFor({ reason, photos = 0, invoicePhotos = 0 }: Application, rules: ApplicationRules) {
  const { goods, invoice } = photosWanted(isReasonCode(reason) ? reasonOf(reason) : null, rules);
  return { photos: Math.max(photos, goods), invoicePhotos: Math.max(invoicePhotos, invoice) };
}

/** From the smallest change to the greatest: other numbers, another reason, another type, another day, another applicant. */
function candidates(order: OrderFacts, asked: Asked, answer: Eligibility, rules: ApplicationRules): Candidate[] {
  const { application, now } = asked;
  const instead = (flip: Flip, changed: Partial<Application>): Candidate => ({
    flip,
    asked: { application: { ...application, ...changed }, now },
  });
  const lines = fewerPieces(order, application);
  const shown = photosFor(application, rules);
  const last = untils(answer).at(-1);
  return [
    instead({ kind: 'contact' }, { withContact: true }),
    instead({ kind: 'photos', ...shown }, shown),
    instead({ kind: 'amount', amount: answer.maxAmount }, { amount: answer.maxAmount }),
    instead({ kind: 'quantity', lines }, { lines }),
    ...reasonsAt(stageOf(order)).map((reason) => instead({ kind: 'reason', reason }, { reason })),
    ...caseTypes
      .filter((type) => rules.types.includes(caseTypeKeys[type]))
      .map((type) => instead({ kind: 'type', type }, { type })),
    ...(last === undefined ? [] : [{ flip: { kind: 'atLatest', at: last - 1 } as const, asked: { application, now: last - 1 } }]),
    // Staff log the contact as they file it.
    instead({ kind: 'staff' }, { by: 'branch', withContact: true }),
  ];
}

function ends({ application, now }: Asked, answer: Eligibility, ask: Ask): Flip[] {
  const at = untils(answer).find((until) => until > now && !ask(application, until).eligible);
  return at === undefined ? [] : [{ kind: 'endsAt', at }];
}

/**
 * A20: the single changes that turn an answer round, the nearest first: of a yes the moment it ends, of a no what would do instead.
 * Each was tried against the rules, so that what it names does turn it. None: no single change does.
 * @param ask how an answer is found; facts that hang on the application (what may be refunded for its reason) are found anew by it
 */
export function flipsOf(
  order: OrderFacts,
  asked: Asked,
  rules: ApplicationRules,
  ask: Ask = (application, now) => checkApplication(order, application, rules, now),
): Flip[] {
  const answer = ask(asked.application, asked.now);
  if (answer.eligible) return ends(asked, answer, ask);
  return candidates(order, asked, answer, rules)
    .filter(({ asked: { application, now } }) => ask(application, now).eligible)
    .map(({ flip }) => flip);
}
