import { reasonClassLabels } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { scopeRoots } from '../auth/scope.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound } from '../common/errors.js';
import { newId } from '../common/ids.js';
import { Database, updateVersioned } from '../database/database.js';
import { CaseCounter } from './case-counter.service.js';
import { viewRule } from './case-views.js';
import { narrowed } from './case-list.service.js';
import { oneOf, requireText } from './read-args.js';
import type { SavedViewInput, SavedViewView } from './saved-view.types.js';
import { SavedView, type SavedFilter } from './saved-view.entity.js';

/** Views that one person keeps, and those of all that units share with him; each is counted while the queue is open. */
const MAX_OWN = 20;
const MAX_SHARED = 20;
const MAX_NAME = 60;
const MAX_HOURS = 24 * 365;

/** A17: views of the queue that people keep on the server, with live counts. */
@Injectable()
export class SavedViews {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseCounter) private readonly counter: CaseCounter,
  ) {}

  /** His own, then what units over his share. */
  async list(actor: StaffActor, within: string | null | undefined): Promise<SavedViewView[]> {
    const own = { where: { ownerId: actor.personId }, order: { id: 'ASC' }, take: MAX_OWN } as const;
    const mine = await this.database.read.find(SavedView, own);
    const shared = await this.shared(actor);
    const others = shared.filter(({ ownerId }) => ownerId !== actor.personId);
    return Promise.all([...mine, ...others].map((view) => this.show(actor, view, within)));
  }

  /** @throws BadInput, NotFound */
  async create(actor: StaffActor, input: SavedViewInput): Promise<SavedViewView> {
    const given = this.read(actor, input);
    const now = this.clock.now();
    const who = { ownerId: actor.personId, ownerName: actor.name.slice(0, 100) };
    const row = { id: newId(now), ...who, ...given, createdAt: now, version: 1 };
    await this.database.inTransaction(async (tx) => {
      await this.refuseTooMany(tx, row);
      await tx.insert(SavedView, row);
    });
    return this.show(actor, row, null);
  }

  /** @throws BadInput, NotFound, StaleVersion */
  async update(actor: StaffActor, id: string, version: number, input: SavedViewInput): Promise<SavedViewView> {
    const given = this.read(actor, input);
    const row = await this.database.inTransaction(async (tx) => {
      const before = await ownOf(tx, actor, id);
      if (given.nodeId !== before.nodeId) await this.refuseTooMany(tx, { ownerId: null, nodeId: given.nodeId });
      const next = await updateVersioned(tx, SavedView, { id, version }, given, 'view');
      return { ...before, ...given, version: next };
    });
    return this.show(actor, row, null);
  }

  /** @throws NotFound */
  async remove(actor: StaffActor, id: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      await ownOf(tx, actor, id);
      await tx.delete(SavedView, { id });
    });
  }

  private shared(actor: StaffActor): Promise<SavedView[]> {
    const paths = scopeRoots(actor, 'case.read').flatMap((root) => actor.snapshot.pathOf(root));
    const where = { nodeId: In([...new Set(paths)]) };
    return this.database.read.find(SavedView, { where, order: { id: 'ASC' }, take: MAX_SHARED });
  }

  /** What is kept, checked. */
  private read(actor: StaffActor, { name, view, type, reasonClass, dueWithin, sort, nodeId }: SavedViewInput) {
    requireText('name', name);
    if (name.trim().length > MAX_NAME) throw new BadInput('name', `At most ${String(MAX_NAME)} characters.`, { max: MAX_NAME });
    viewRule(view, this.clock.now());
    if (reasonClass != null) oneOf('reasonClass', reasonClass, Object.keys(reasonClassLabels));
    if (dueWithin != null && (dueWithin < 1 || dueWithin > MAX_HOURS))
      throw new BadInput('dueWithin', 'Hours to the deadline.', { min: 1, max: MAX_HOURS });
    if (nodeId != null) this.authorizeShare(actor, nodeId);
    const filter: SavedFilter = { view, type: type ?? null, reasonClass: reasonClass ?? null, dueWithin: dueWithin ?? null };
    return { name: name.trim(), filter, sort, nodeId: nodeId ?? null };
  }

  private authorizeShare({ snapshot, ...actor }: StaffActor, nodeId: string): void {
    if (!snapshot.has(nodeId)) throw new NotFound('unit', nodeId);
    authorize({ snapshot, ...actor }, 'case.read', targetAt(snapshot, nodeId));
  }

  private async refuseTooMany(tx: EntityManager, { ownerId, nodeId }: { ownerId: string | null; nodeId: string | null }) {
    const own = ownerId === null ? 0 : await tx.countBy(SavedView, { ownerId });
    if (own >= MAX_OWN) throw new BadInput('name', `At most ${String(MAX_OWN)} views a person.`, { max: MAX_OWN });
    const shared = nodeId === null ? 0 : await tx.countBy(SavedView, { nodeId });
    if (shared >= MAX_SHARED) throw new BadInput('nodeId', `At most ${String(MAX_SHARED)} views a unit.`, { max: MAX_SHARED });
  }

  private async show(actor: StaffActor, row: SavedView, within: string | null | undefined): Promise<SavedViewView> {
    const { id, name, filter, sort, nodeId, ownerId, ownerName, version } = row;
    const node = nodeId !== null && actor.snapshot.has(nodeId) ? actor.snapshot.require(nodeId) : null;
    const counted = await this.counter.upTo(actor, within, narrowed(filter, this.clock.now()));
    const allowedActions = ownerId === actor.personId ? ['update', 'remove'] : [];
    return { ...{ id, name, sort, node, ownerName, version }, ...filter, ...counted, allowedActions };
  }
}

/** A view of one's own; another's looks like one that is not there. @throws NotFound */
async function ownOf(tx: EntityManager, { personId: ownerId }: StaffActor, id: string): Promise<SavedView> {
  const row = await tx.findOneBy(SavedView, { id, ownerId });
  if (!row) throw new NotFound('view', id);
  return row;
}
