import { checkArchive, checkCreate, checkMove, checkRestore, nodeId, type NodeType } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import type { AuditAction } from '../audit/audit-action.js';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { Database } from '../database/database.js';
import { nextTurn } from '../database/epoch.js';
import { OrgArchive, OrgNode, type Ownership } from '../tree/org-node.entity.js';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import { authorizeMove } from './authority.js';
import { entrustRows, placeOwnRows } from './follow.js';
import { insertNodes } from './insert-nodes.js';
import { MoveChecks } from './move-checks.js';
import { moveUnit, named, updateUnit, type Seen, type Turn } from './move-unit.js';
import { CodeTaken, SuccessorRequired, SuccessorUnfit } from './org.errors.js';
import { refuse } from './refuse.js';
import { readCode, readName, readReason, readTimeZone, newCode } from './read-input.js';
import { entrustedTo, responsibleFor } from './responsible.js';
import { activeBelow, storesOf, UsageService } from './usage.service.js';

export interface NewUnit {
  readonly parentId: string;
  readonly type: NodeType;
  readonly name: string;
  readonly code?: string | null;
  readonly ownership?: Ownership | null;
  readonly timeZone?: string | null;
}

/** How a unit is taken out of service. */
export interface Archiving {
  readonly successorId: string | null;
  readonly reason: string | null;
  /** What is active below goes along. */
  readonly along: boolean;
}

/**
 * Changes of the organization. Each takes the next epoch first: that row's lock makes them one after the other, so that two moves which
 * would close a ring together cannot both pass the check.
 */
@Injectable()
export class OrgWriteService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(AuditService) private readonly audit: AuditService,
    @Inject(UsageService) private readonly usage: UsageService,
    @Inject(MoveChecks) private readonly moveChecks: MoveChecks,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  create(actor: StaffActor, unit: NewUnit): Promise<NodeFacts> {
    const name = readName(unit.name);
    const code = unit.code == null ? newCode(unit.type) : readCode(unit.code);
    return this.inTurn(async (turn) => {
      const { snapshot } = turn;
      authorize(actor, 'orgNode.create', targetAt(snapshot, unit.parentId));
      const above = snapshot.require(unit.parentId);
      refuse(snapshot, checkCreate(snapshot.tree, above.id, unit.type));
      if (await turn.tx.existsBy(OrgNode, { code })) throw new CodeTaken(code);
      const id = newId(turn.now);
      const timeZone = readTimeZone(unit.timeZone ?? above.timeZone);
      const node = { id, above: snapshot.pathOf(above.id), type: unit.type, code, name, timeZone, since: turn.now };
      await insertNodes(turn.tx, [{ ...node, ownership: unit.ownership ?? null }], turn.epoch);
      await this.record(turn, actor, 'orgNode.create', above.id, { id, name, code, type: unit.type }, id);
      return id;
    });
  }

  rename(actor: StaffActor, seen: Seen, newName: string): Promise<NodeFacts> {
    const name = readName(newName);
    return this.inTurn(async (turn) => {
      authorize(actor, 'orgNode.rename', targetAt(turn.snapshot, seen.id));
      refuseArchived(turn.snapshot, seen.id);
      const was = turn.snapshot.require(seen.id).name;
      await updateUnit(turn, seen, { name });
      await this.record(turn, actor, 'orgNode.rename', seen.id, { from: was, to: name });
      return seen.id;
    });
  }

  move(actor: StaffActor, seen: Seen, parentId: string): Promise<NodeFacts> {
    return this.inTurn(async (turn) => {
      authorizeMove(actor, turn.snapshot, seen.id, parentId);
      refuse(turn.snapshot, checkMove(turn.snapshot.tree, nodeId(seen.id), nodeId(parentId)));
      await this.moveChecks.refuse(turn.tx, { id: seen.id, parentId }, turn.now);
      const data = await moveUnit(turn, seen, parentId);
      if (data) await this.record(turn, actor, 'orgNode.move', seen.id, data);
      return seen.id;
    });
  }

  /** With `along`, what is active below goes along, the lowest first; the successor takes over from all of its stores. */
  archive(actor: StaffActor, seen: Seen, { successorId, reason, along }: Archiving): Promise<NodeFacts> {
    const why = readReason(reason);
    return this.inTurn(async (turn) => {
      const { snapshot } = turn;
      authorize(actor, 'orgNode.archive', targetAt(snapshot, seen.id));
      const below = along ? activeBelow(snapshot, seen.id) : [];
      refuse(snapshot, checkArchive(snapshot.tree, nodeId(seen.id), new Set(below.map(({ id }) => id))));
      await this.checkSuccessor(turn, actor, { id: seen.id, below }, successorId);
      const data = { successor: named(snapshot, successorId), reason: why };
      for (const unit of [...below.reverse(), seen]) await this.archiveOne(turn, actor, unit, { successorId, data });
      return seen.id;
    });
  }

  private async archiveOne(
    turn: Turn,
    actor: StaffActor,
    { id, version }: Seen,
    { successorId, data }: { readonly successorId: string | null; readonly data: object },
  ): Promise<void> {
    const { snapshot, tx, now } = turn;
    const takesOver = snapshot.require(id).type === 'store' ? successorId : null;
    await updateUnit(turn, { id, version }, { archivedAt: now, successorId: takesOver });
    if (takesOver !== null) {
      const handedOver = [id, ...entrustedTo(snapshot, id).map((node) => node.id)];
      await entrustRows(tx, handedOver, snapshot.pathOf(nodeId(takesOver)));
    }
    await placeOwnRows(tx, id, null);
    await this.record(turn, actor, 'orgNode.archive', id, data);
  }

  restore(actor: StaffActor, seen: Seen): Promise<NodeFacts> {
    return this.inTurn(async (turn) => {
      const { tx, snapshot } = turn;
      authorize(actor, 'orgNode.restore', targetAt(snapshot, seen.id));
      refuse(snapshot, checkRestore(snapshot.tree, nodeId(seen.id)));
      await keepArchive(turn, seen.id);
      await updateUnit(turn, seen, { archivedAt: null, successorId: null });
      const back = [seen.id, ...entrustedTo(snapshot, seen.id).map((node) => node.id)];
      await entrustRows(tx, back, snapshot.pathOf(nodeId(seen.id)));
      await placeOwnRows(tx, seen.id, snapshot.pathOf(nodeId(seen.id)));
      await this.record(turn, actor, 'orgNode.restore', seen.id);
      return seen.id;
    });
  }

  private async inTurn(work: (turn: Turn) => Promise<string>): Promise<NodeFacts> {
    const id = await this.database.inTransaction(async (tx) => {
      const { epoch, now } = await nextTurn(tx, this.clock);
      return work({ tx, now, epoch, snapshot: await this.tree.fresh(tx) });
    });
    return (await this.tree.current()).require(id);
  }

  private async checkSuccessor(
    turn: Turn,
    actor: StaffActor,
    { id, below }: { readonly id: string; readonly below: readonly NodeFacts[] },
    successorId: string | null,
  ): Promise<void> {
    const { tx, snapshot } = turn;
    const stores = storesOf([snapshot.require(id), ...below]);
    if (successorId === null) {
      const { openCases, orders } = await this.usage.ofStores(snapshot, stores, tx);
      if (openCases > 0 || orders > 0) throw new SuccessorRequired(openCases, orders);
      return;
    }
    authorize(actor, 'orgNode.archive', targetAt(snapshot, successorId));
    const isActive = responsibleFor(snapshot, successorId)?.id === successorId;
    const stays = !snapshot.tree.isWithin(nodeId(successorId), nodeId(id));
    if (!isActive || !stays || snapshot.require(successorId).type !== 'store' || stores.length === 0) throw new SuccessorUnfit();
  }

  private record(
    turn: Turn,
    actor: StaffActor,
    action: AuditAction,
    nodeId: string,
    data?: object,
    subjectId = nodeId,
  ): Promise<void> {
    const subject = { type: 'orgNode', id: subjectId };
    return this.audit.record(turn.tx, { actor, action, subject, nodeId, data, snapshot: turn.snapshot });
  }
}

/** What is archived stays as it is until it is restored. */
function refuseArchived(snapshot: TreeSnapshot, id: string): void {
  if (snapshot.require(id).archivedAt !== null) refuse(snapshot, [{ code: 'ALREADY_ARCHIVED', nodeIds: [nodeId(id)] }]);
}

/** That the unit was archived until now stays known, as a parent that it has no longer does. */
async function keepArchive({ tx, now, epoch, snapshot }: Turn, id: string): Promise<void> {
  const { archivedAt } = snapshot.require(id);
  if (archivedAt !== null) await tx.insert(OrgArchive, { id: newId(now), nodeId: id, from: archivedAt, to: now, epoch });
}
