import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BuyerActor, StaffActor, SystemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { newId } from '../common/ids.js';
import { ancestorColumns } from '../database/ancestors.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import type { AuditAction } from './audit-action.js';
import { AuditEvent } from './audit-event.entity.js';

/** Who did it; a person who only comes in has no session yet. */
type Author = Pick<StaffActor, 'kind' | 'personId' | 'name'> | BuyerActor | SystemActor;

/** Something that was done outside cases, which keep their own events. */
export interface AuditEntry {
  readonly actor: Author;
  readonly action: AuditAction;
  readonly subject: { readonly type: string; readonly id: string };
  /** The unit it concerns: who may read it there, may read of it. Null: HQ alone. */
  readonly nodeId: string | null;
  /** What changed, with names as they are now: a record may be called otherwise, or be gone, when this is read. */
  readonly data?: object | null;
  /** The tree the change was decided on; without it, the newest known. */
  readonly snapshot?: TreeSnapshot;
}

/** Writes who did what, in the transaction of the change itself (X2). */
@Injectable()
export class AuditService {
  constructor(
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async record(tx: EntityManager, entry: AuditEntry): Promise<void> {
    const at = this.clock.now();
    const snapshot = entry.snapshot ?? this.tree.snapshot;
    const node = snapshot.node(entry.nodeId ?? '') ?? snapshot.root;
    await tx.insert(AuditEvent, {
      id: newId(at),
      at,
      ...by(entry.actor),
      action: entry.action,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      nodeId: node.id,
      ...ancestorColumns(snapshot.pathOf(node.id)),
      data: entry.data ?? null,
    });
  }
}

function by(actor: Author): Pick<AuditEvent, 'actorKind' | 'actorId' | 'actorName'> {
  switch (actor.kind) {
    case 'staff':
      return { actorKind: 'staff', actorId: actor.personId, actorName: actor.name };
    case 'buyer':
      return { actorKind: 'buyer', actorId: actor.linkId, actorName: 'buyer' };
    case 'system':
      return { actorKind: 'system', actorId: null, actorName: actor.name };
  }
}
