import { BadInput } from '../common/errors.js';

const MAX_TEXT = 2_000;
const MAX_PARCEL = 64;

/** @throws BadInput for a text longer than anybody reads, or than there is room for */
export function checkText(field: string, text: string | null | undefined, max = MAX_TEXT): void {
  if ((text?.length ?? 0) > max) throw new BadInput(field, `At most ${String(max)} characters.`, { max });
}

/** A text without which nobody would know why. @throws BadInput */
export function requireText(field: string, text: string): void {
  checkText(field, text);
  if (text.trim() === '') throw new BadInput(field, 'A text is needed.', { min: 1, max: MAX_TEXT });
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
