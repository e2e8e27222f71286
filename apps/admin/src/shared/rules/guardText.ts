import type { RuleField } from './documents';
import type { Guard } from './values';
import { amountText, type Speech } from './valueText';

/** Bounds in words: 5 天–30 天, at most ¥30.00, 仅退款、退货退款; null where there are none. */
export function guardText(field: RuleField, guard: unknown, speech: Speech): string | null {
  if (guard === null || guard === undefined || typeof guard !== 'object') return null;
  const bounds = guard as Guard;
  const { t, localText } = speech;
  if ('allowed' in bounds) {
    const options = field.options?.filter(({ value }) => bounds.allowed.includes(value)) ?? [];
    return options.map((option) => localText(option.label)).join(t('shared.list'));
  }
  const [min, max] = [bounds.min ?? null, bounds.max ?? null];
  const say = (amount: number) => amountText(field, amount, speech);
  if (min !== null && max !== null) return t('rules.guard.range', { min: say(min), max: say(max) });
  if (min !== null) return t('rules.guard.min', { min: say(min) });
  return max === null ? null : t('rules.guard.max', { max: say(max) });
}
