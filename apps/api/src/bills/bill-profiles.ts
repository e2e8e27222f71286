import { BadInput } from '../common/errors.js';
import { columnsUsed } from '../imports/mapping/columns.js';
import { loadProfile, shippedProfiles } from '../imports/mapping/load-profile.js';
import type { Profile } from '../imports/mapping/profile.js';

const shipped = (): Profile[] =>
  shippedProfiles()
    .map(loadProfile)
    .filter(({ bill }) => bill !== undefined);

const namesIn = (part: object): string[] => [...new Set(columnsUsed(part))];

/** The profiles that ship with the product and read bills. */
export const billProfiles = () =>
  shipped().flatMap(({ profile, encoding, bill }) => {
    if (!bill) return [];
    const { kind, number, amount, ...optional } = bill;
    return [{ name: profile, kind, encoding, columns: namesIn({ number, amount }), optional: namesIn(optional) }];
  });

/** A profile as an upload names it: never the path of a file. @throws BadInput */
export function billProfile(name: string): Profile {
  const profiles = shipped();
  const found = profiles.find(({ profile }) => profile === name);
  if (!found)
    throw new BadInput(
      'profile',
      'A bill is read by a profile that ships with Headwater.',
      profiles.map(({ profile }) => profile),
    );
  return found;
}
