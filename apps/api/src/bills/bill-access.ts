import type { Permission } from '@headwater/access';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { NotFound } from '../common/errors.js';
import { Bill } from './bill.entity.js';

/** What the trail says of a bill. */
export const factsOf = ({ kind, biller, period }: Bill) => ({ billKind: kind, biller, period });

type BillPermission = Extract<Permission, `bill.${string}`>;

/** Bills are the chain's: whoever has to do with them has it at its root. @throws NotFound, Forbidden */
export function authorizeBill(actor: StaffActor, permission: BillPermission, id: string): void {
  authorize(actor, permission, targetAt(actor.snapshot, actor.snapshot.root.id, 'bill', id));
}

/** By the same rule as one bill: all of them or none. */
export const readsBills = (actor: StaffActor): boolean =>
  may(actor, 'bill.read', targetAt(actor.snapshot, actor.snapshot.root.id));

/** @throws NotFound */
export async function findBill(manager: EntityManager, id: string): Promise<Bill> {
  const bill = await manager.findOneBy(Bill, { id });
  if (!bill) throw new NotFound('bill', id);
  return bill;
}
