import type { Ability, Role } from '@headwater/access';
import type { NodeId } from '@headwater/org-tree';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';

export interface HeldGrant {
  readonly id: string;
  readonly role: Role;
  readonly nodeId: NodeId;
}

/** A person of the chain, with the organization as this request sees it. */
export interface StaffActor {
  readonly kind: 'staff';
  readonly personId: string;
  readonly email: string;
  readonly name: string;
  readonly language: 'zh' | 'en' | null;
  readonly sessionId: string;
  readonly grants: readonly HeldGrant[];
  readonly ability: Ability;
  readonly snapshot: TreeSnapshot;
}

/** Whoever holds the link of one order. */
export interface BuyerActor {
  readonly kind: 'buyer';
  readonly orderId: string;
  readonly linkId: string;
}

/** The product itself: clocks, imports, payouts. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

export type Actor = StaffActor | BuyerActor | SystemActor;

export const systemActor = (name = 'system'): SystemActor => ({ kind: 'system', name });
