import type { Permission } from '@headwater/access';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../../auth/actor.js';
import { authorize, targetOf } from '../../auth/authorize.js';
import { updateVersioned } from '../../database/database.js';
import { CaseEvents } from '../case-events.js';
import { CaseRules, type Ground } from '../case-rules.service.js';
import type { Seen } from '../case-writes.service.js';
import { AfterSalesCase } from '../case.entity.js';
import type { Doer } from '../doer.js';
import { loadHeld } from '../load-case.js';
import { StaleCase } from '../stale-case.js';

/** A case that something is being done to beside its state, within the transaction. */
export interface Beside {
  readonly row: AfterSalesCase;
  readonly ground: Ground;
  readonly doer: Doer;
  readonly now: number;
}

const doerOf = ({ personId, name }: StaffActor): Doer => ({ capacity: 'branch', kind: 'staff', id: personId, name });

/** What is done to a case in any state, the ended ones too: its event and a new version, but no move and no clock. */
@Injectable()
export class BesideState {
  constructor(
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseEvents) private readonly events: CaseEvents,
    @Inject(StaleCase) private readonly stale: StaleCase,
  ) {}

  /** @throws NotFound, Forbidden, StaleVersion */
  async begin(tx: EntityManager, actor: StaffActor, permission: Permission, seen: Seen, now: number): Promise<Beside> {
    const row = await loadHeld(tx, seen.id);
    authorize(actor, permission, targetOf('case', row));
    if (seen.version !== row.version) throw await this.stale.of(tx, actor, row, seen.version, now);
    return { row, ground: await this.rules.ground(row, now), doer: doerOf(actor), now };
  }

  /** @returns the row afterwards */
  async record(
    tx: EntityManager,
    { row, ground, doer, now }: Beside,
    said: {
      readonly verb: string;
      readonly reason: string;
      readonly data: object;
      readonly columns?: Partial<Pick<AfterSalesCase, 'facts' | 'returnLabel'>>;
    },
  ): Promise<AfterSalesCase> {
    const { columns = {}, ...event } = said;
    const patch = { ...columns, lastSeq: row.lastSeq + 1 };
    const version = await updateVersioned(tx, AfterSalesCase, row, patch, 'case');
    const saved = Object.assign(new AfterSalesCase(), row, patch, { version });
    await this.events.beside(tx, saved, doer, event, { policyEpoch: ground.policyEpoch, now });
    return saved;
  }
}
