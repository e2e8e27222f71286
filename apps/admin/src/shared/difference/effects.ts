/** What a difference means to a buyer, in the order in which it is told. */
export const effects = ['kinder', 'stricter', 'changed', 'internal', 'open'] as const;
/** `open`: it depends on where the version stands. */
export type BuyerEffect = (typeof effects)[number];

/** Differences by their effect, the groups that have any. */
export const effectsOf = <T extends { readonly effect: string | null }>(
  differences: readonly T[],
): readonly { readonly effect: BuyerEffect; readonly differences: readonly T[] }[] =>
  effects
    .map((effect) => ({ effect, differences: differences.filter((each) => (each.effect ?? 'open') === effect) }))
    .filter((group) => group.differences.length > 0);
