import type { Permission } from '@headwater/access';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import type { AuditAction } from '../audit/audit-action.js';
import { NotFound, StaleVersion } from '../common/errors.js';
import { updateVersioned } from '../database/database.js';
import type { PolicyWrite } from '../policies/policy-writer.service.js';
import { ChangeSet, type StoredStatus } from './change-set.entity.js';
import { ChangeSetStale, WrongChangeSetStatus } from './changes.errors.js';
import { hashOfContent, impactView, type Judgement, type StaleCause } from './judgement.js';
import { statusOf } from './status.js';

type Content = Pick<ChangeSet, 'title' | 'notes' | 'effectiveAt' | 'operations' | 'nodeId'>;

const untouched = {
  ...{ impactHash: null, submittedAt: null, approverId: null, approverName: null, approvedAt: null },
  ...{ appliedAt: null, outcome: null, reason: null },
};

/** What was submitted, and approved, is no more. */
export const backToDraft: Partial<ChangeSet> = {
  ...{ status: 'draft', impactHash: null, submittedAt: null, outcome: null },
  ...{ approverId: null, approverName: null, approvedAt: null },
};

/** A new draft, with the next number: the epoch's lock gives each its own. */
export async function insertChangeSet(write: PolicyWrite, content: Content): Promise<ChangeSet> {
  const last = await write.tx
    .createQueryBuilder(ChangeSet, 's')
    .select('MAX(s.number)', 'n')
    .getRawOne<{ n: number | string | null }>();
  const { authorId, authorName } = write.author;
  const set: ChangeSet = {
    ...{ id: write.newId(), number: Number(last?.n ?? 0) + 1, ...content, status: 'draft', baseEpoch: write.epoch },
    ...{ contentHash: '', authorId, authorName, editors: authorId === null ? [] : [authorId], ...untouched },
    ...{ createdAt: write.now, updatedAt: write.now, version: 1 },
  };
  const hashed = { ...set, contentHash: hashOfContent(set) };
  await write.insert(ChangeSet, hashed as never);
  return hashed;
}

/** What is read, from which state, when and by whom: of a transaction, or beside it. */
export type Desk = Pick<PolicyWrite, 'tx' | 'actor' | 'state' | 'now'>;

/** The change set, where the actor may do that to it from where it stands. @throws NotFound, Forbidden, StaleVersion, WrongChangeSetStatus */
export async function open(
  desk: Desk,
  id: string,
  permission: Extract<Permission, `changeSet.${string}`>,
  statuses: readonly StoredStatus[],
  seen?: number,
): Promise<ChangeSet> {
  const set = await desk.tx.findOneBy(ChangeSet, { id });
  if (!set) throw new NotFound('change set', id);
  authorize(desk.actor, permission, targetAt(desk.state.tree, set.nodeId, 'change set', id));
  if (seen !== undefined && seen !== set.version) throw new StaleVersion('change set', { seen, now: set.version });
  if (!statuses.includes(set.status)) throw new WrongChangeSetStatus(statusOf(set, desk.now), statuses);
  return set;
}

export async function change(write: PolicyWrite, { id, version }: ChangeSet, patch: Partial<ChangeSet>): Promise<void> {
  await updateVersioned(write.tx, ChangeSet, { id, version }, { ...patch, updatedAt: write.now }, 'change set');
  write.rows += 1;
}

export const editorsWith = ({ editors }: ChangeSet, actor: Actor): string[] =>
  actor.kind === 'staff' && !editors.includes(actor.personId) ? [...editors, actor.personId] : editors;

export const recordChangeSet = (
  write: PolicyWrite,
  action: Extract<AuditAction, `changeSet.${string}`>,
  { id, nodeId, number, title }: ChangeSet,
  data: object = {},
): Promise<void> => write.record(action, { type: 'changeSet', id }, nodeId, { changeSetNumber: number, title, ...data });

/** The set is not carried out, and says so from now on: author and approver find it among what needs them. */
export async function goStale(
  write: PolicyWrite,
  set: ChangeSet,
  judgement: Judgement,
  causes: readonly StaleCause[],
): Promise<ChangeSetStale> {
  await change(write, set, {
    status: 'stale',
    appliedAt: null,
    outcome: { causes, impact: { ...impactView(judgement, set, []), frozen: true } },
  });
  await recordChangeSet(write, 'changeSet.goStale', set, { causes });
  return new ChangeSetStale(set.number, causes);
}
