import { Inject, Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import type { StaffActor } from '../auth/actor.js';
import { authorize } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { Batch, listsBy } from './batch.js';
import { contactChannels, OrderContact, type ContactChannel } from './order-contact.entity.js';
import type { SalesOrder } from './order.entity.js';
import { OrderService, orderTarget } from './order.service.js';

/** What staff say of a contact, as it comes in. */
export interface NewContact {
  readonly channel: string;
  readonly note: string;
}

const MAX_NOTE = 500;

const isChannel = (text: string): text is ContactChannel => (contactChannels as readonly string[]).includes(text);

/** @throws BadInput */
function read(prefix: string, { channel, note }: NewContact): { channel: ContactChannel; note: string } {
  if (!isChannel(channel)) throw new BadInput(`${prefix}channel`, `There is no channel "${channel}".`, contactChannels);
  const words = note.trim();
  if (words === '' || words.length > MAX_NOTE) {
    throw new BadInput(`${prefix}note`, 'What was said, in a few words.', { min: 1, max: MAX_NOTE });
  }
  return { channel, note: words };
}

/** A3: who spoke with the buyer of an order, when, how, and about what. */
@Injectable()
export class OrderContacts {
  private readonly contacts = new Batch<OrderContact[]>(
    (ids) => this.byOrder(ids),
    () => [],
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** The latest first. */
  of(orderId: string): Promise<OrderContact[]> {
    return this.contacts.load(orderId);
  }

  /** @throws NotFound, Forbidden, BadInput */
  async log(actor: StaffActor, orderId: string, contact: NewContact): Promise<OrderContact> {
    const order = await this.orders.get(actor, orderId);
    return this.database.inTransaction((tx) => this.logIn(tx, actor, order, contact, this.clock.now()));
  }

  /** The same in the caller's transaction. @param prefix of the fields that a refusal names @throws Forbidden, BadInput */
  async logIn(
    tx: EntityManager,
    actor: StaffActor,
    order: SalesOrder,
    contact: NewContact,
    now: number,
    prefix = '',
  ): Promise<OrderContact> {
    authorize(actor, 'order.logContact', orderTarget(order));
    const said = read(prefix, contact);
    const who = { personId: actor.personId, personName: actor.name.slice(0, 100) };
    const row: OrderContact = { id: newId(now), orderId: order.id, at: now, ...said, ...who };
    await tx.insert(OrderContact, row);
    const { id, nodeId, code } = order;
    const data = { code, contactId: row.id, channel: said.channel };
    await this.audit.record(tx, { actor, action: 'order.logContact', subject: { type: 'order', id }, nodeId, data });
    return row;
  }

  /** When somebody last spoke with the buyer about an order, by an instant; null: nobody did. */
  async lastAt(manager: EntityManager, orderId: string, now: number): Promise<number | null> {
    return manager.maximum(OrderContact, 'at', { orderId, at: LessThanOrEqual(now) });
  }

  private async byOrder(ids: string[]): Promise<ReadonlyMap<string, OrderContact[]>> {
    const rows = await this.database.read.find(OrderContact, {
      where: { orderId: In(ids) },
      order: { at: 'DESC', id: 'DESC' },
    });
    return listsBy(rows, ({ orderId }) => orderId);
  }
}
