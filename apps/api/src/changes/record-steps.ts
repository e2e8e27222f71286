import type { MoveOperation, Step } from '@headwater/policy';
import { moveUnit } from '../org/move-unit.js';
import { exemptionRow } from '../policies/exemption.service.js';
import { insertAssignment } from '../policies/insert-assignment.js';
import { saveOwn } from '../policies/own-track.js';
import { PolicyExemption } from '../policies/policy.entity.js';
import type { PolicyWrite } from '../policies/policy-writer.service.js';
import type { TreeService } from '../tree/tree.service.js';

/** Records what the steps of a change set found right; in the order of its operations, in one epoch. */
export async function recordSteps(write: PolicyWrite, trees: TreeService, steps: readonly Step[], reason: string): Promise<void> {
  for (const { recording } of steps) {
    if (recording === null) continue;
    if ('move' in recording) await recordMove(write, trees, recording.move, reason);
    else if ('exemption' in recording) await write.insert(PolicyExemption, exemptionRow(write, recording.exemption, reason));
    else if (recording.assignment.track === 'own') await saveOwn(write, recording.assignment, reason);
    else await insertAssignment(write, recording.assignment, { reason, correction: false });
  }
}

/** Over the tree as the moves before it in the set have left it. */
async function recordMove(
  write: PolicyWrite,
  trees: TreeService,
  { nodeId, parentId }: MoveOperation,
  reason: string,
): Promise<void> {
  const { tx, now, epoch } = write;
  const snapshot = await trees.fresh(tx);
  const moved = await moveUnit({ tx, now, epoch, snapshot }, snapshot.require(nodeId), parentId);
  await write.record('orgNode.move', { type: 'orgNode', id: nodeId }, nodeId, { ...moved, reason });
}
