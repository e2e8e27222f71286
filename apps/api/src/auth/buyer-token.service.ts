import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import type { BuyerActor } from './actor.js';
import { BuyerLink } from './buyer-link.entity.js';
import { SigningSecret } from './secret.service.js';

const BUYER_LINK_DAYS = 30;
const DAY = 86_400_000;

/** When a link made now ends; UTC epoch ms. */
export const buyerLinkEnd = (now: number): number => now + BUYER_LINK_DAYS * DAY;

/**
 * Signed tokens for one order: `linkId.expiry.mac`, expiry in epoch ms, base 36. The signature refuses forgeries without a query;
 * the link's row says which order it is and whether it was revoked.
 */
@Injectable()
export class BuyerTokenService {
  constructor(
    @Inject(SigningSecret) private readonly secret: SigningSecret,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Database) private readonly database: Database,
  ) {}

  async sign(link: Pick<BuyerLink, 'id' | 'expiresAt'>): Promise<string> {
    const body = `${link.id}.${link.expiresAt.toString(36)}`;
    return `${body}.${(await this.mac(body)).toString('base64url')}`;
  }

  /** The buyer a token speaks for; null where it is forged, expired or revoked. */
  async actorOf(token: string): Promise<BuyerActor | null> {
    const linkId = await this.verify(token);
    if (linkId === null) return null;
    const link = await this.database.read.findOneBy(BuyerLink, { id: linkId });
    if (!link || link.revokedAt !== null || link.expiresAt <= this.clock.now()) return null;
    return { kind: 'buyer', orderId: link.orderId, linkId: link.id };
  }

  private async verify(token: string): Promise<string | null> {
    const [linkId, expiry, signature, ...rest] = token.split('.');
    if (!linkId || !expiry || !signature || rest.length > 0) return null;
    const given = Buffer.from(signature, 'base64url');
    const wanted = await this.mac(`${linkId}.${expiry}`);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null;
    return Number.parseInt(expiry, 36) > this.clock.now() ? linkId : null;
  }

  private async mac(body: string): Promise<Buffer> {
    return createHmac('sha256', await this.secret.get())
      .update(`buyer-link:${body}`)
      .digest();
  }
}
