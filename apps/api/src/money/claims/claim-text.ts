import { BadInput } from '../../common/errors.js';

export const REASON_MAX = 500;

/** What somebody says of a claim. @throws BadInput: nothing, or too much */
export function readText(field: string, text: string, max: number): string {
  const plain = text.normalize('NFC').trim();
  if (plain === '' || plain.length > max) throw new BadInput(field, `It has 1 to ${String(max)} characters.`, { min: 1, max });
  return plain;
}
