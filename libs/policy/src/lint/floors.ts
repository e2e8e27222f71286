import type { ExclusionGround } from '../values/exclusions.js';
import type { FieldKey } from '../values/types.js';
import { channels, type Channel } from '../values/words.js';

/** What the law of a market asks of a field, for sales over which channels, and where it says so. */
export interface LegalFloor {
  readonly field: FieldKey;
  readonly min?: number;
  readonly max?: number;
  /** The channels whose sales the law speaks of; of the field it asks as far as that holds for them. */
  readonly channels: readonly Channel[];
  readonly source: { readonly zh: string; readonly en: string };
}

/** Goods that a market's law leaves out of the no-reason right by themselves, and where it says so. */
export interface LegalExclusions {
  readonly grounds: readonly ExclusionGround[];
  readonly source: { readonly zh: string; readonly en: string };
}

/** ISO 3166-1 codes of the markets whose law is known. */
export type Market = 'CN';

/** Sold at a distance: what was ordered remotely, however it reached the buyer. */
const remote = channels.filter((channel) => channel !== 'inStore');

/** A4: fields that hold for sales over some channels alone; any other holds for all. */
const channelsOf: Readonly<Partial<Record<FieldKey, readonly Channel[]>>> = {
  ...{ noReasonDays: remote, inStoreDays: ['inStore'] },
};

/** The channels over which a floor binds its field: none where the field is not about what the law speaks of. */
export const boundChannels = ({ field, channels: asked }: LegalFloor): Channel[] =>
  (channelsOf[field] ?? channels).filter((channel) => asked.includes(channel));

const article25 = {
  zh: '《消费者权益保护法》第二十五条',
  en: 'Consumer Rights Protection Law, article 25',
};

/** The refund of goods that came back, days after their receipt at most. */
export const refundDue = { field: 'refundDueDays', max: 7, channels: remote, source: article25 } as const satisfies LegalFloor;

/**
 * P13: the legal floors of each market, as data. Mainland China: goods sold at a distance may be returned without a reason for seven days,
 * and are refunded within seven of their receipt; goods sold in store have no such right.
 */
export const legalFloors: Readonly<Record<Market, readonly LegalFloor[]>> = {
  CN: [{ field: 'noReasonDays', min: 7, channels: remote, source: article25 }, refundDue],
};

/**
 * Mainland China: made to order; fresh and perishable; downloaded or unsealed audio, video and software; newspapers and periodicals
 * delivered. Other goods that are unfit to be returned only where the buyer confirmed so at purchase.
 */
export const legalExclusions: Readonly<Record<Market, LegalExclusions>> = {
  CN: { grounds: ['customMade', 'perishable', 'unsealedMedia', 'periodicals'], source: article25 },
};
