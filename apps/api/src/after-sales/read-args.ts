import { isReasonCode, reasonOf } from '@headwater/after-sales';
import { BadInput } from '../common/errors.js';
import type { InspectedItemInput } from './case.inputs.js';
import type { Said } from './step.js';

const MAX_TEXT = 2_000;
const MAX_PARCEL = 64;
const MAX_ITEM_NOTE = 200;

/** @throws BadInput for a text longer than anybody reads, or than there is room for */
export function checkText(field: string, text: string | null | undefined, max = MAX_TEXT): void {
  if ((text?.length ?? 0) > max) throw new BadInput(field, `At most ${String(max)} characters.`, { max });
}

/** A text without which nobody would know why. @throws BadInput */
export function requireText(field: string, text: string): void {
  checkText(field, text);
  if (text.trim() === '') throw new BadInput(field, 'A text is needed.', { min: 1, max: MAX_TEXT });
}

/** A5: as long as its column. */
const MAX_FOLLOW_UP = 500;

/** An answer to the question of a reason, as it is kept. @throws BadInput */
export function followUpOf(field: string, reason: string, answer: string | null | undefined): string | null {
  const text = answer?.trim() || null;
  checkText(field, text, MAX_FOLLOW_UP);
  if (text !== null && isReasonCode(reason) && reasonOf(reason).followUp === null) {
    throw new BadInput(field, 'This reason asks nothing.', 'no answer');
  }
  return text;
}

/** Carrier and number as they are kept: no blanks around them, numbers in capitals. @throws BadInput */
export function parcelOf(carrier: string, tracking: string): { carrier: string; tracking: string } {
  const parcel = { carrier: carrier.trim(), tracking: tracking.replaceAll(/\s/g, '').toUpperCase() };
  for (const [field, value] of Object.entries(parcel)) checkText(field, value, MAX_PARCEL);
  return parcel;
}

/** A word out of a closed list. @throws BadInput */
export function oneOf<T extends string>(field: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw new BadInput(field, `"${value}" is none of ${allowed.join(', ')}.`, allowed);
  return found;
}

/** What was found by the checklist, as it is kept; nothing where nobody looked. */
export function inspected(checklist: readonly InspectedItemInput[] | null | undefined): Said {
  if (!checklist) return {};
  for (const [index, { note }] of checklist.entries()) checkText(`checklist.${String(index)}.note`, note, MAX_ITEM_NOTE);
  return { inspection: checklist.map(({ item, passed, note }) => ({ item, passed, note: note?.trim() || null })) };
}
