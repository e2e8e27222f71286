import { useTranslate } from 'ra-core';
import { useCallback } from 'react';
import type { Kind, Outcome } from './documents';

/** A difference as shop people say it: what is unknown is a parcel to a carrier, an order to an insurer. */
export function useOutcomeName(kind: Kind): (outcome: Outcome) => string {
  const t = useTranslate();
  return useCallback((outcome) => t(outcome === 'unknown' ? `bills.of.${kind}.unknown` : `bills.outcome.${outcome}`), [t, kind]);
}
