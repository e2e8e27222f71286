import { createHash } from 'node:crypto';

/** Digits and letters that nobody confuses on the phone (Crockford's). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LETTERS = 10;

/**
 * What people say on the phone: the day (UTC, `yymmdd`) and ten letters of 50 bits taken from the key. The same key gives the same
 * code, so an import run twice agrees with itself.
 */
export function shortCode(at: number, key: string): string {
  const day = new Date(at).toISOString().slice(2, 10).replaceAll('-', '');
  const bytes = createHash('sha256').update(key).digest();
  const letters = Array.from(bytes.subarray(0, LETTERS), (byte) => alphabet[byte % alphabet.length] ?? '');
  return day + letters.join('');
}
