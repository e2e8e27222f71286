import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AuditAction } from '../audit/audit-action.js';
import { AuditService } from '../audit/audit.service.js';
import type { Actor, StaffActor } from '../auth/actor.js';
import { authorize } from '../auth/authorize.js';
import { BuyerLink } from '../auth/buyer-link.entity.js';
import { buyerLinkEnd, BuyerTokenService } from '../auth/buyer-token.service.js';
import { Clock } from '../common/clock.js';
import { NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { Batch, listsBy } from './batch.js';
import type { SalesOrder } from './order.entity.js';
import { OrderService, orderTarget } from './order.service.js';
import type { BuyerLinkMadeView } from './order.view.js';

/** Links by which a buyer acts on one order: made and revoked by staff, valid for thirty days. */
@Injectable()
export class BuyerLinkService {
  private readonly links = new Batch<BuyerLink[]>(
    (ids) => this.byOrder(ids),
    () => [],
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OrderService) private readonly orders: OrderService,
    @Inject(BuyerTokenService) private readonly tokens: BuyerTokenService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  linksOf(orderId: string): Promise<BuyerLink[]> {
    return this.links.load(orderId);
  }

  /** @throws NotFound, Forbidden */
  async create(actor: StaffActor, orderId: string): Promise<BuyerLinkMadeView> {
    const order = await this.orders.get(actor, orderId);
    authorize(actor, 'order.createBuyerLink', orderTarget(order));
    const now = this.clock.now();
    const link: BuyerLink = {
      id: newId(now),
      orderId,
      createdAt: now,
      expiresAt: buyerLinkEnd(now),
      revokedAt: null,
      createdBy: actor.personId,
    };
    await this.database.inTransaction(async (tx) => {
      await tx.insert(BuyerLink, link);
      await this.note(tx, actor, 'order.createBuyerLink', order, link.id);
    });
    const token = await this.tokens.sign(link);
    return { link, token };
  }

  /** Revoking again changes nothing. @throws NotFound, Forbidden */
  async revoke(actor: StaffActor, id: string): Promise<BuyerLink> {
    const link = await this.database.read.findOneBy(BuyerLink, { id });
    if (!link) throw new NotFound('buyer link', id);
    const order = await this.orders.get(actor, link.orderId);
    authorize(actor, 'order.revokeBuyerLink', orderTarget(order));
    if (link.revokedAt !== null) return link;
    const revokedAt = this.clock.now();
    await this.database.inTransaction(async (tx) => {
      await tx.update(BuyerLink, { id }, { revokedAt });
      await this.note(tx, actor, 'order.revokeBuyerLink', order, id);
    });
    return { ...link, revokedAt };
  }

  private note(
    tx: Parameters<AuditService['record']>[0],
    actor: Actor,
    action: AuditAction,
    { id, nodeId, code }: Pick<SalesOrder, 'id' | 'nodeId' | 'code'>,
    linkId: string,
  ): Promise<void> {
    return this.audit.record(tx, {
      actor,
      action,
      subject: { type: 'order', id },
      nodeId,
      data: { code, linkId },
    });
  }

  private async byOrder(ids: string[]): Promise<ReadonlyMap<string, BuyerLink[]>> {
    const rows = await this.database.read.find(BuyerLink, {
      where: { orderId: In(ids) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return listsBy(rows, ({ orderId }) => orderId);
  }
}
