import type { NodeId } from '@headwater/org-tree';
import { effectOf, exemptionId, type FieldKey, type PolicySnapshot, type ProposedExemption } from '@headwater/policy';
import type { PolicyState } from './policy-state.js';

/** The rules as if exemptions, of another unit each, had been granted. */
export function granting({ snapshot }: PolicyState, proposed: readonly ProposedExemption[]): PolicySnapshot {
  const epoch = snapshot.epoch + 1;
  const recorded = { id: exemptionId(''), recordedFrom: epoch, recordedTo: null };
  const exemptions = proposed.map(({ fields, ...each }) => ({ ...each, ...recorded, fields: fields as FieldKey[] }));
  return snapshot.withFacts({ exemptions }, epoch);
}

/** P10: how many branches one exemption for all of these units changes; of the suspended, those that it changes once they resume. */
export function changedByExempting(
  state: PolicyState,
  units: readonly NodeId[],
  { within, ...exemption }: Omit<ProposedExemption, 'nodeId'> & { readonly within: NodeId },
): number {
  const { kind, from } = exemption;
  const after = granting(
    state,
    units.map((nodeId) => ({ ...exemption, nodeId })),
  );
  const { changed, latent } = effectOf(state.snapshot, after, kind, within, from);
  return changed + latent;
}
