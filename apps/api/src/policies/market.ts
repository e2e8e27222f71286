import type { Market } from '@headwater/policy';

/** Whose law binds the chain. */
export const MARKET: Market = 'CN';
