import { Inject, Injectable } from '@nestjs/common';
import { AuditService } from '../../audit/audit.service.js';
import type { StaffActor, SystemActor } from '../../auth/actor.js';
import { Clock } from '../../common/clock.js';
import { BadInput } from '../../common/errors.js';
import { newId } from '../../common/ids.js';
import { isDay } from '../../common/local-day.js';
import { Database } from '../../database/database.js';
import { isDuplicate } from '../../database/retry.js';
import { ProfileInvalid } from '../../imports/imports.errors.js';
import type { Profile } from '../../imports/mapping/profile.js';
import { insertRows } from '../../orders/insert-rows.js';
import { TreeService } from '../../tree/tree.service.js';
import { authorizeBill } from '../bill-access.js';
import { PriceCard, PriceRow } from './price-card.entity.js';
import { PriceCardKnown } from './price-card.errors.js';
import { readCard } from './read-card.js';

export interface PriceCardTask {
  readonly path: string;
  /** What the file is called, for people. */
  readonly fileName: string;
  readonly profile: Profile;
  /** As parcels name it. */
  readonly carrier: string;
  /** `2026-03-01`. */
  readonly validFrom: string;
  readonly currency: string;
}

/** By what a card is the only one. */
type Identity = Pick<PriceCard, 'carrier' | 'validFrom' | 'currency'>;

/** What the trail says of a card. */
export const factsOf = ({ carrier, validFrom, currency, fileName, rowCount }: PriceCard) => ({
  ...{ carrier, validFrom, currency, file: fileName, rows: rowCount },
});

/** @throws BadInput */
function identityOf({ carrier, validFrom, currency }: PriceCardTask): Identity {
  const name = carrier.trim();
  if (name === '' || name.length > 64) throw new BadInput('carrier', 'The carrier as parcels name it.', { min: 1, max: 64 });
  if (!isDay(validFrom)) throw new BadInput('validFrom', 'The day from which the card holds.', '2026-03-01');
  if (!/^[A-Z]{3}$/u.test(currency)) throw new BadInput('currency', 'A currency by its three letters.', 'CNY');
  return { carrier: name, validFrom, currency };
}

/** I5: takes a carrier's price card in, whole or not at all. */
@Injectable()
export class PriceCardImport {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(AuditService) private readonly audit: AuditService,
  ) {}

  /** @throws NoOrganization, NotFound, Forbidden, BadInput, FileInvalid, ProfileInvalid, PriceCardKnown, PriceCardLines, PriceCardTooLarge */
  async run(actor: StaffActor | SystemActor, task: PriceCardTask): Promise<PriceCard> {
    if (actor.kind === 'staff') authorizeBill(actor, 'bill.import', '');
    const identity = identityOf(task);
    const { path, profile, fileName } = task;
    if (!profile.priceCard) throw new ProfileInvalid(profile.profile, 'it has no section `priceCard`');
    await this.tree.current();
    await this.refuseKnown(identity);
    const read = await readCard({ path, profile, mapping: profile.priceCard, currency: identity.currency });
    const now = this.clock.now();
    const card: PriceCard = {
      ...{ id: newId(now), ...identity, fileName: fileName.slice(0, 200), rowCount: read.length },
      ...{ importedAt: now, importedByName: actor.kind === 'staff' ? actor.name.slice(0, 100) : null },
    };
    const rows = read.map((row) => ({ id: newId(now), cardId: card.id, ...row }));
    await this.database
      .inTransaction(async (tx) => {
        await insertRows(tx, PriceCard, [card]);
        await insertRows(tx, PriceRow, rows);
        const event = { actor, subject: { type: 'priceCard', id: card.id }, nodeId: null, data: factsOf(card) };
        await this.audit.record(tx, { ...event, action: 'priceCard.import' });
      })
      .catch(async (error: unknown) => {
        if (isDuplicate(error)) await this.refuseKnown(identity);
        throw error;
      });
    return card;
  }

  /** @throws PriceCardKnown */
  private async refuseKnown(identity: Identity): Promise<void> {
    const known = await this.database.read.findOneBy(PriceCard, { ...identity });
    if (known) throw new PriceCardKnown(known.id);
  }
}
