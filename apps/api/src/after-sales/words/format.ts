import type { Label } from '@headwater/after-sales';

export type { Label };

const CENTS = 100;

/** Fen in words, `¥1,234.50`: built from digits, so that no float touches money. */
export function money(fen: number): string {
  const sign = fen < 0 ? '−' : '';
  const whole = Math.trunc(Math.abs(fen) / CENTS);
  const cents = String(Math.abs(fen) % CENTS).padStart(2, '0');
  return `${sign}¥${whole.toLocaleString('en-US')}.${cents}`;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${String(count)} ${count === 1 ? one : many}`;
