import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor } from '../../auth/actor.js';
import { NotFound } from '../../common/errors.js';
import { cutPage, readPage, type PageInput } from '../../common/pagination.js';
import { Database } from '../../database/database.js';
import { inOrder, pickPage, type KeysetList } from '../../database/keyset.js';
import { authorizeBill } from '../bill-access.js';
import { factsOf } from './price-card-import.service.js';
import { PriceCard, PriceRow } from './price-card.entity.js';
import type { PriceCardPageView } from './price-card.view.js';

const list: KeysetList = {
  from: { sql: 'price_card c', params: [] },
  ...{ alias: 'c', key: 'valid_from', direction: 'DESC' },
};

/** I5: carriers' price cards, to be looked at and removed. */
@Injectable()
export class PriceCards {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** The latest first, of one carrier or of all. @throws NotFound, Forbidden, BadInput */
  async cards(actor: StaffActor, carrier: string | null, page?: PageInput | null): Promise<PriceCardPageView> {
    authorizeBill(actor, 'bill.read', '');
    const { first, after } = readPage(page);
    const where = carrier === null ? { sql: '1 = 1', params: [] } : { sql: 'c.carrier = ?', params: [carrier] };
    const picked = await pickPage(this.database.read, list, [where], after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, ({ id, sortKey }) => ({ key: sortKey, id }));
    const rows = await this.database.read.findBy(PriceCard, { id: In(items.map(({ id }) => id)) });
    return { items: inOrder(items, rows), nextCursor, total: null };
  }

  /** @throws NotFound, Forbidden */
  async card(actor: StaffActor, id: string): Promise<PriceCard> {
    authorizeBill(actor, 'bill.read', id);
    const card = await this.database.read.findOneBy(PriceCard, { id });
    if (!card) throw new NotFound('price card', id);
    return card;
  }

  /** In the order of the file. */
  rows(cardId: string): Promise<PriceRow[]> {
    return this.database.read.find(PriceRow, { where: { cardId }, order: { id: 'ASC' } });
  }

  /** Bills are held against what is left. @throws NotFound, Forbidden */
  remove(actor: StaffActor, id: string): Promise<void> {
    authorizeBill(actor, 'bill.withdraw', id);
    return this.database.inTransaction(async (tx) => {
      const card = await tx.findOneBy(PriceCard, { id });
      const { affected } = await tx.delete(PriceCard, { id });
      if (!card || affected === 0) throw new NotFound('price card', id);
      await tx.delete(PriceRow, { cardId: id });
      const event = { actor, subject: { type: 'priceCard', id }, nodeId: null, data: factsOf(card) };
      await this.audit.record(tx, { ...event, action: 'priceCard.remove' });
    });
  }
}
