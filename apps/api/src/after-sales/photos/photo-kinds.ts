import type { CaseVerb } from '@headwater/after-sales';

/**
 * What a photo shows: goods, invoice and parcel of the buyer; what went out to him; what was found at inspection, or why receipt was
 * refused; the prepaid label of a return.
 */
export const photoKinds = ['goods', 'invoice', 'parcel', 'outbound', 'inspection', 'refusal', 'returnLabel'] as const;
export type PhotoKind = (typeof photoKinds)[number];

/** The kinds a buyer may add. */
const buyersKinds: readonly PhotoKind[] = ['goods', 'invoice', 'parcel'];

/** The kinds that an application comes with. */
export const evidenceKinds = ['goods', 'invoice'] as const satisfies readonly PhotoKind[];
export type EvidenceKind = (typeof evidenceKinds)[number];

export const kindsFor = (by: 'buyer' | 'staff' | 'system'): readonly PhotoKind[] => (by === 'buyer' ? buyersKinds : photoKinds);

export const MAX_PHOTO_BYTES = 8 * 1024 * 1024;
/** Of one kind, on one case. */
export const MAX_PHOTOS = 9;
/** Of one order, waiting for an application that takes them. */
export const MAX_WAITING = 27;
/** How long they wait. */
export const WAITING_FOR = 24 * 3_600_000;

/** The photos that a step speaks of: those added since the last of its kind. */
const shownBy: Partial<Record<CaseVerb, readonly PhotoKind[]>> = {
  supplyInfo: ['goods', 'invoice'],
  modify: ['goods', 'invoice'],
  ship: ['parcel'],
  changeLogistics: ['parcel'],
  propose: ['inspection'],
  askInfo: ['inspection'],
  registerDropIn: ['inspection'],
  receive: ['inspection'],
  receiveAndDispatch: ['inspection', 'outbound'],
  dispatch: ['outbound'],
  refuseReceipt: ['refusal'],
};

export const kindsShownBy = (verb: CaseVerb): readonly PhotoKind[] => shownBy[verb] ?? [];
