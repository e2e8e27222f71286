import type { Proposal } from '@headwater/policy';
import { PolicyAssignment } from './policy.entity.js';
import type { PolicyWrite } from './policy-writer.service.js';

/** Records a proposal that was checked. */
export async function insertAssignment(
  write: PolicyWrite,
  { kind, nodeId: at, track, version, from, to }: Proposal,
  { reason, correction }: { reason: string | null; correction: boolean },
): Promise<string> {
  const id = write.newId();
  await write.insert(PolicyAssignment, {
    ...{ id, kind, nodeId: at, track, versionId: version?.id ?? null, validFrom: from, validTo: to },
    ...{ recordedFrom: write.epoch, recordedTo: null, seq: 0, correction, ...write.author },
    ...{ reason, cancelReason: null, recordedAt: write.now },
  });
  return id;
}
