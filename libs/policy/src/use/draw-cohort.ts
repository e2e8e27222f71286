import { hash } from 'node:crypto';
import type { NodeId } from '@headwater/org-tree';

/** A ten-thousandth; 10 000 is everybody. */
const WHOLE = 10_000;

/**
 * P11: the stores that a rollout draws for a share in basis points: those whose `hash(rolloutId ‖ nodeId)` lies below it. It depends on
 * nothing else, so that whoever draws gets the same stores, a greater share keeps those of a smaller one (law 18), a store's fate does
 * not change when others open or close, and two rollouts do not try everything out on the same stores. The share holds on average: of few
 * stores it may draw none.
 * @param bps 0 draws nobody, 10 000 everybody
 */
export const drawCohort = (rolloutId: string, stores: readonly NodeId[], bps: number): NodeId[] =>
  stores.filter((store) => lotOf(rolloutId, store) < bps);

/** A store's place among the ten thousand; the first 48 bits of SHA-256 make each as likely as any other. */
function lotOf(rolloutId: string, store: NodeId): number {
  return hash('sha256', `${rolloutId}\0${store}`, 'buffer').readUIntBE(0, 6) % WHOLE;
}
