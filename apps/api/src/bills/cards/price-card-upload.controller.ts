import { Controller, Inject, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { authorizeBill } from '../bill-access.js';
import { profileFor } from '../bill-profiles.js';
import { bodyOf, inTemporaryFile, type SizeLimit } from '../temporary-file.js';
import { PriceCardImport } from './price-card-import.service.js';
import { PriceCardTooLarge } from './price-card.errors.js';

type Said = Readonly<Record<string, string | undefined>>;

export interface PriceCardUploaded {
  readonly id: string;
  readonly rowCount: number;
}

const cardSize: SizeLimit = { bytes: 1_000_000, refusal: (bytes) => new PriceCardTooLarge(bytes, 'bytes') };

/** I5: a carrier's price card: one request, one card, its bytes the body. */
@Controller('price-cards')
export class PriceCardUploadController {
  constructor(@Inject(PriceCardImport) private readonly imports: PriceCardImport) {}

  @Requires('bill.import')
  @Post()
  async add(@CurrentStaff() actor: StaffActor, @Query() said: Said, @Req() request: FastifyRequest): Promise<PriceCardUploaded> {
    authorizeBill(actor, 'bill.import', '');
    const { carrier = '', validFrom = '', currency = 'CNY', name: fileName = 'price-card.csv' } = said;
    const profile = profileFor('priceCard', said['profile'] ?? '', said['pasted'] === '1');
    const file = { body: bodyOf(request, cardSize), name: fileName, limit: cardSize };
    return inTemporaryFile(file, async (path) => {
      const { id, rowCount } = await this.imports.run(actor, { path, fileName, profile, carrier, validFrom, currency });
      return { id, rowCount };
    });
  }
}
