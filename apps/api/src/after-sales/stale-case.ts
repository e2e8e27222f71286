import { Inject, Injectable } from '@nestjs/common';
import { MoreThan, type EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { StaleVersion } from '../common/errors.js';
import { TreeService } from '../tree/tree.service.js';
import { CaseActions } from './case-actions.service.js';
import { eventsFor } from './case-present.js';
import { CaseEvent, type AfterSalesCase } from './case.entity.js';

/** The answer to who saw an older version: what happened meanwhile, and what he may do now. */
@Injectable()
export class StaleCase {
  constructor(
    @Inject(CaseActions) private readonly actions: CaseActions,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  async of(tx: EntityManager, actor: Actor, row: AfterSalesCase, seen: number, now: number): Promise<StaleVersion> {
    const events = await tx.find(CaseEvent, { where: { caseId: row.id, caseVersion: MoreThan(seen) }, order: { seq: 'ASC' } });
    const branch = this.tree.snapshot.require(row.nodeId).name;
    const shown = eventsFor(events, actor.kind === 'buyer', branch);
    const meanwhile = shown.map(({ at, actorKind, actorName, verb, from, to, reason }) => ({
      at: new Date(at).toISOString(),
      actorKind,
      actorName,
      verb,
      from,
      to,
      reason,
    }));
    const allowed = await this.actions.of(actor, row, now);
    return new StaleVersion('case', { seen, now: row.version, meanwhile, allowedActions: allowed.map(({ verb }) => verb) });
  }
}
