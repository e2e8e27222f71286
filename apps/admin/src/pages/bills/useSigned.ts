import { useCallback } from 'react';
import { useFormat } from '../../shared/format';

/** A difference in fen as an amount with its sign: `+¥2.50`, `−¥11.00`. */
export function useSigned(): (fen: number, currency?: string) => string {
  const format = useFormat();
  return useCallback((fen, currency) => `${fen > 0 ? '+' : ''}${format.money(fen, currency)}`, [format]);
}
