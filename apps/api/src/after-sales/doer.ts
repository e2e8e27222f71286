import type { Permission } from '@headwater/access';
import type { ActionVerb, CaseActor, CaseVerb } from '@headwater/after-sales';
import type { Actor } from '../auth/actor.js';
import type { CaseEvent } from './case.entity.js';

/** Who does something to a case, and in which capacity: what the lifecycle asks, and what the event remembers. */
export interface Doer {
  readonly capacity: CaseActor;
  readonly kind: CaseEvent['actorKind'];
  readonly id: string | null;
  readonly name: string;
}

/** The product itself: clocks and payouts. */
export const systemDoer = (name = 'system'): Doer => ({ capacity: 'system', kind: 'system', id: null, name });

const ofHq: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['verdict', 'extend']);
const ofFinance: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['retry', 'manualVoucher']);

function staffCapacity(verb: CaseVerb): CaseActor {
  if (ofHq.has(verb)) return 'HQ';
  return ofFinance.has(verb) ? 'finance' : 'branch';
}

/** The capacities in which staff may act; which of them somebody has is said by his permissions. */
export const staffCapacities = ['branch', 'HQ', 'finance'] as const satisfies readonly CaseActor[];

/** An actor as the doer of a verb. `buyerName` is whom the order belongs to. */
export function doerOf(actor: Actor, verb: ActionVerb | 'apply', buyerName: string): Doer {
  if (actor.kind === 'system') return systemDoer(actor.name);
  if (actor.kind === 'buyer') return { capacity: 'buyer', kind: 'buyer', id: actor.linkId, name: buyerName };
  return { capacity: staffCapacity(verb), kind: 'staff', id: actor.personId, name: actor.name };
}

/** A15: what the buyer does himself, and who may overrule does for him where a limit of the rules keeps him from it. */
const ofBuyer: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['modify', 'escalate', 'changeLogistics', 'changeIntent']);

/** The capacity in which a limit of a verb is gone against: that of whom it binds. */
export const overruledCapacity = (verb: CaseVerb): CaseActor => (ofBuyer.has(verb) ? 'buyer' : staffCapacity(verb));

/** Who goes against a limit, as the doer of the verb. */
export const overruling = (doer: Doer, verb: CaseVerb): Doer => ({ ...doer, capacity: overruledCapacity(verb) });

/** What overruling a limit of a verb asks for beside the right to overrule; null: nothing, the verb is the buyer's. */
export const permissionBeside = (verb: CaseVerb): Permission | null => (ofBuyer.has(verb) ? null : permissionFor(verb));

/** The permission a verb asks for; null for those that are the product's own. */
export function permissionFor(verb: CaseVerb): Permission | null {
  if (verb === 'paid' || verb === 'payoutFailed' || verb === 'timeout' || verb === 'recount') return null;
  return verb === 'retry' ? 'case.retryPayout' : `case.${verb}`;
}
