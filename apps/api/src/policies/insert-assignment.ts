import type { Proposal } from '@headwater/policy';
import { PolicyAssignment } from './policy.entity.js';
import type { PolicyWrite } from './policy-writer.service.js';

/** Why it is recorded; and whose it is, where what somebody recorded earlier is recorded anew. */
interface Circumstances extends Partial<Pick<PolicyAssignment, 'authorId' | 'authorName' | 'changeSetId' | 'seq' | 'rolloutId'>> {
  readonly reason: string | null;
  readonly correction: boolean;
}

/** Records a proposal that was checked. */
export async function insertAssignment(
  write: PolicyWrite,
  { kind, nodeId: at, track, version, from, to, cohort = null }: Proposal,
  circumstances: Circumstances,
): Promise<string> {
  const id = write.newId();
  await write.insert(PolicyAssignment, {
    ...{ id, kind, nodeId: at, track, versionId: version?.id ?? null, validFrom: from, validTo: to },
    ...{ recordedFrom: write.epoch, recordedTo: null, seq: 0, ...write.author },
    ...{ cancelReason: null, changeSetId: write.changeSetId, recordedAt: write.now },
    ...{ cohort: cohort && [...cohort], rolloutId: null, ...circumstances },
  });
  return id;
}
