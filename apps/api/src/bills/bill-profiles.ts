import { BadInput } from '../common/errors.js';
import { loadProfile, shippedProfiles } from '../imports/mapping/load-profile.js';
import type { Profile } from '../imports/mapping/profile.js';

export interface BillProfile {
  readonly name: string;
  readonly title: string;
  readonly encoding: string;
}

const shipped = (): Profile[] =>
  shippedProfiles()
    .map(loadProfile)
    .filter(({ bill }) => bill !== undefined);

/** The profiles that ship with the product and read bills. */
export const billProfiles = (): BillProfile[] =>
  shipped().map(({ profile, title, encoding }) => ({ name: profile, title, encoding }));

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
