import { isTerminal, replacementUnderWay, type CaseEffect, type CaseFacts, type Reminder } from '@headwater/after-sales';
import type { AfterSalesCase, ParcelAlert, RemindedKind } from './case.entity.js';
import type { Step } from './step.js';

type Mark = Pick<AfterSalesCase, 'remindedKind' | 'remindedAt'>;

export const unmarked: Mark = { remindedKind: null, remindedAt: null };

const alerts: ReadonlySet<RemindedKind | null> = new Set<RemindedKind>(['parcelLost', 'parcelReturned']);

/** What the carrier says of a parcel that will not arrive by itself. */
const alertOf: Readonly<Partial<Record<string, ParcelAlert>>> = { lost: 'parcelLost', returned: 'parcelReturned' };
export const parcelAlert = (trackingKind: string): ParcelAlert | null => alertOf[trackingKind] ?? null;

/** What people were told of a case's parcel. */
export const parcelMarks: readonly RemindedKind[] = ['parcelStale', 'parcelLost', 'parcelReturned'];
const isOfParcel = ({ remindedKind }: Mark): boolean => parcelMarks.some((kind) => kind === remindedKind);

/** Of the reminders that were given the last is shown; the buyer's own is not, and none hides what a parcel met with. */
export function markedBy(row: Mark, given: readonly Reminder[]): Partial<Mark> {
  const last = given.findLast(({ kind }) => kind !== 'receiptRefused');
  return last === undefined || alerts.has(row.remindedKind) ? {} : { remindedKind: last.kind, remindedAt: last.at };
}

/** News of a parcel ends what people were told of it. */
export const markedAfterNews = (row: Mark): Partial<Mark> => (isOfParcel(row) ? unmarked : {});

const setsOut: ReadonlySet<CaseEffect['kind']> = new Set<CaseEffect['kind']>([
  ...(['returnShipped', 'logisticsChanged', 'replacementShipped', 'replacementCorrected'] as const),
]);

const isOut = (facts: CaseFacts): boolean =>
  !isTerminal(facts.state) && (facts.goodsHeldBy === 'carrierToBranch' || replacementUnderWay(facts));

/**
 * A move, and whatever sets the notices anew, ends what people were reminded of; so does the arrival of what was silent. A parcel that is
 * lost or turned back is so wherever its case goes meanwhile, until it arrives, or another one sets out.
 */
export function markedAfterStep(row: Mark, { after, transition }: Pick<Step, 'after' | 'transition'>): Partial<Mark> {
  const isAnother = transition.effects.some(({ kind }) => setsOut.has(kind));
  if (alerts.has(row.remindedKind)) return isOut(after) && !isAnother ? {} : unmarked;
  const hasArrived = transition.verb === 'recordTracking' && isOfParcel(row);
  return transition.reminders !== null || hasArrived ? unmarked : {};
}
