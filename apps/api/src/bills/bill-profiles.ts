import { BadInput } from '../common/errors.js';
import { columnsUsed } from '../imports/mapping/columns.js';
import { loadProfile, shippedProfiles } from '../imports/mapping/load-profile.js';
import type { Profile } from '../imports/mapping/profile.js';

let read: readonly Profile[] | null = null;

/** Those that read files of one kind; read once, as the files of an installed product do not change. */
const shipped = (section: 'bill' | 'priceCard'): Profile[] => {
  read ??= shippedProfiles().map(loadProfile);
  return read.filter((profile) => profile[section] !== undefined);
};

const namesIn = (part: object): string[] => [...new Set(columnsUsed(part))];

/** The profiles that ship with the product and read bills. */
export const billProfiles = () =>
  shipped('bill').flatMap(({ profile, encoding, bill }) => {
    if (!bill) return [];
    const { kind, number, amount, ...optional } = bill;
    return [{ name: profile, kind, encoding, columns: namesIn({ number, amount }), optional: namesIn(optional) }];
  });

/** The profiles that ship with the product and read price cards. */
export const priceCardProfiles = () =>
  shipped('priceCard').map(({ profile, encoding, priceCard }) => ({
    name: profile,
    encoding,
    columns: namesIn(priceCard ?? {}),
  }));

/** A profile as an upload names it, never the path of a file; pasted text is UTF-8, whatever files of its shape are. @throws BadInput */
export function profileFor(section: 'bill' | 'priceCard', name: string, pasted = false): Profile {
  const profiles = shipped(section);
  const found = profiles.find(({ profile }) => profile === name);
  if (!found)
    throw new BadInput(
      'profile',
      'A file is read by a profile that ships with Headwater.',
      profiles.map(({ profile }) => profile),
    );
  return pasted ? { ...found, encoding: 'utf-8' } : found;
}
