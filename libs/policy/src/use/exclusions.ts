import type { Exclusions } from '../values/types.js';

/** Whether every category that `table` excludes is excluded by `other` too, at least as widely. */
export const excludesNoMore = (table: Exclusions, other: Exclusions): boolean =>
  table.every(({ category, ground }) => {
    const its = other.find((row) => row.category === category);
    return its !== undefined && (ground === 'confirmed' || its.ground !== 'confirmed');
  });
