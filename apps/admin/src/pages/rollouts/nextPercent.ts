import type { RolloutStory } from './documents';

const USUAL = [5, 10, 25, 50, 75] as const;

/** The share to propose for the next step, of a hundred: the next usual one above what is reached; null where only the whole is left. */
export function nextPercent({ inPilot, branches, steps }: Pick<RolloutStory, 'inPilot' | 'branches' | 'steps'>): number | null {
  const drawn = Math.max(0, ...steps.map(({ bps }) => (bps ?? 0) / 100));
  const reached = Math.max(drawn, branches === 0 ? 100 : (inPilot / branches) * 100);
  return USUAL.find((percent) => percent > reached) ?? null;
}
