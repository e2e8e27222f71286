import { sorted } from '../operation.js';
import { isUnder, type Oracle, type ReadPermission } from '../oracle.js';

export const page = 'page: { first: 200 }';

export const ids = (items: readonly { id: string }[]) => sorted(items.map(({ id }) => id));

export const unitIds = ({ world }: Oracle) => world.units.map(({ id }) => id);

export const below = ({ world }: Oracle, id: string) => world.units.filter(({ parent }) => parent === id).map((unit) => unit.id);

/** What the asker may read of the way down to a unit, the unit last. */
export function pathTo(oracle: Oracle, permission: ReadPermission, unit: string): string[] {
  const path: string[] = [];
  for (let at: string | null = unit; at !== null; at = oracle.world.parentOf.get(at) ?? null) path.unshift(at);
  return path.filter((id) => oracle.sees(permission, id));
}

export const storesBelow = ({ world }: Oracle, top: string) =>
  world.units.filter(({ id, type }) => type === 'store' && isUnder(world, id, top)).length;

/** Whether anything the asker sees stands under the unit: else it looks like no unit. A buyer's lists are empty anywhere. */
export const reachesInto = (oracle: Oracle, permission: ReadPermission, id: string) =>
  oracle.asker.order !== null || unitIds(oracle).some((unit) => oracle.sees(permission, unit) && isUnder(oracle.world, unit, id));

export const caseIds = ({ world }: Oracle) => world.cases.map(({ id }) => id);

export const caseOf = ({ world }: Oracle, id: string) => world.cases.find((row) => row.id === id);

export const listedCases = (oracle: Oracle) => oracle.world.cases.filter(({ unit }) => oracle.sees('case.read', unit));
