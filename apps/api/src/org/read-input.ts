import { randomInt } from 'node:crypto';
import type { NodeType } from '@headwater/org-tree';
import { BadInput } from '../common/errors.js';

const NAME_MAX = 200;
const CODE_MAX = 64;
const REASON_MAX = 500;

function readText(field: string, text: string, max: number): string {
  const plain = text.normalize('NFC').trim();
  if (plain === '' || plain.length > max) throw new BadInput(field, `It has 1 to ${String(max)} characters.`, { min: 1, max });
  return plain;
}

export const readName = (name: string): string => readText('name', name, NAME_MAX);

export const readCode = (code: string): string => readText('code', code, CODE_MAX);

/** Nothing said is no reason. */
export const readReason = (reason: string | null): string | null =>
  reason === null || reason.trim() === '' ? null : readText('reason', reason, REASON_MAX);

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

export function readTimeZone(zone: string): string {
  if (!zones.has(zone)) throw new BadInput('timeZone', `There is no time zone ${zone}.`, 'a name such as Asia/Shanghai');
  return zone;
}

const prefixes: Readonly<Record<NodeType, string>> = {
  headquarters: 'HQ',
  region: 'R',
  mall: 'M',
  store: 'S',
  supplier: 'V',
  partner: 'P',
};

/** Letters and digits that nobody confuses on the phone. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for a unit that was given none: the type's letter and eight more. */
export function newCode(type: NodeType): string {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)] ?? '');
  return `${prefixes[type]}-${letters.join('')}`;
}
