import type { Bearers, BuyerLimit, Scope, ScopeRow, Shares, SubsidyRules } from '../values/types.js';
import { channels, faults, reasonClasses } from '../values/words.js';
import type { Channel, Fault, ReasonClass } from '../values/words.js';

/** What was bought: its category, its price in fen, how it reached the buyer, and in which campaigns, by their codes. */
export interface Goods {
  readonly category: string | null;
  readonly price: number;
  readonly channel: Channel;
  readonly campaigns: readonly string[];
}

/** Whether the subsidy covers goods, and the row of the scope table that said so; null where none did. */
export interface Cover {
  readonly covered: boolean;
  readonly row: number | null;
}

/** S1: enabled and in scope. The first row that matches decides; an empty table covers everything, else no match covers nothing. */
export function subsidyCovers({ enabled, scope }: Pick<SubsidyRules, 'enabled' | 'scope'>, goods: Goods): Cover {
  if (!enabled) return { covered: false, row: null };
  return scope.length === 0 ? { covered: true, row: null } : inScope(scope, goods);
}

function inScope(scope: Scope, goods: Goods): Cover {
  const row = scope.findIndex((each) => matches(each, goods));
  return { covered: scope[row]?.covered ?? false, row: row < 0 ? null : row };
}

const matches = ({ categories, priceFrom, priceTo, channels, campaign = null }: ScopeRow, goods: Goods): boolean =>
  (categories === null || (goods.category !== null && categories.includes(goods.category))) &&
  (priceFrom ?? 0) <= goods.price &&
  goods.price < (priceTo ?? Infinity) &&
  (channels === null || channels.includes(goods.channel)) &&
  (campaign === null || goods.campaigns.includes(campaign));

/** The rows that decide for some goods. */
export const scopeRowsInUse = (scope: Scope): ReadonlySet<number> =>
  new Set(telling(scope).flatMap((goods) => inScope(scope, goods).row ?? []));

/** Whether a scope covers all that another one does. */
export const coversAll = (scope: Scope, other: Scope): boolean =>
  telling(scope, other).every((goods) => !isCovered(other, goods) || isCovered(scope, goods));

const isCovered = (scope: Scope, goods: Goods): boolean => subsidyCovers({ enabled: true, scope }, goods).covered;

/**
 * Goods that together tell all that scopes can answer: every category they name and one they do not, every channel, the least price of
 * every tier, and one campaign of each scope at most. Between two of these prices no row starts or stops matching; a further campaign
 * only lets rows match that do not decide.
 */
function telling(scope: Scope, other: Scope = []): Goods[] {
  const rows = [...scope, ...other];
  const categories = [null, ...new Set(rows.flatMap((row) => row.categories ?? []))];
  const prices = [...new Set([0, ...rows.flatMap(({ priceFrom, priceTo }) => [priceFrom ?? 0, priceTo ?? 0])])];
  const together = campaignsIn(scope).flatMap((one) => campaignsIn(other).map((another) => [...one, ...another]));
  return categories.flatMap((category) =>
    prices.flatMap((price) =>
      channels.flatMap((channel) => together.map((campaigns): Goods => ({ category, price, channel, campaigns }))),
    ),
  );
}

/** No campaign, and each that a scope names. */
const campaignsIn = (scope: Scope): string[][] => [
  [],
  ...[...new Set(scope.flatMap(({ campaign }) => campaign ?? []))].map((campaign) => [campaign]),
];

/** Whether a limit lets every buyer have what another one does: as many in as short a time. */
export const limitsNoMore = (limit: BuyerLimit | null, other: BuyerLimit | null): boolean =>
  limit === null || (other !== null && limit.count >= other.count && limit.days <= other.days);

/** Who bears, in basis points, and the row that said so; null where `otherwise` did. */
export interface BearerShares {
  readonly shares: Shares;
  readonly row: number | null;
}

/** The rows that decide for some reason and fault. */
export const bearerRowsInUse = (bearers: Bearers): ReadonlySet<number> =>
  new Set(reasonClasses.flatMap((reasonClass) => faults.flatMap((fault) => bearerShares(bearers, reasonClass, fault).row ?? [])));

/** S4: the first row that matches reason class and fault, else `otherwise`. */
export function bearerShares(bearers: Bearers, reasonClass: ReasonClass, fault: Fault): BearerShares {
  const row = bearers.rows.findIndex(
    (each) => (each.reasonClass ?? reasonClass) === reasonClass && (each.fault ?? fault) === fault,
  );
  return { shares: bearers.rows[row]?.shares ?? bearers.otherwise, row: row < 0 ? null : row };
}
