import { useTranslate } from 'ra-core';
import { useCallback } from 'react';
import type { Claim } from './documents';

/** 快递公司 · 中通: of whom something is claimed, by name where it has one. */
export function usePartyName(): (claim: Pick<Claim, 'party' | 'carrier' | 'supplier'>) => string {
  const t = useTranslate();
  return useCallback(
    ({ party, carrier, supplier }) =>
      [t(`money.claims.party.${party}`), carrier ?? supplier?.name ?? null].filter((part) => part !== null).join(' · '),
    [t],
  );
}
