import type { TranslateFunction } from 'ra-core';
import type { RuleSource } from './documents';

/** In one line: 总部 · 标准版 v3, the unit with its own version, or the product's default. */
export function sourceText(source: RuleSource, t: TranslateFunction): string {
  const { node, policyName, versionNumber } = source;
  if (source.isDefault || node === null) return t('rules.source.default');
  const n = String(versionNumber ?? '');
  const text =
    policyName === null
      ? t('rules.source.own', { unit: node.name, n })
      : t('rules.source.policy', { unit: node.name, policy: policyName, n });
  return source.rolloutId === null ? text : t('rules.source.pilot', { source: text });
}
