import type { CaseAction, CaseVerb, RefusedGoods } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { ApplyService, type NewApplication } from './apply.service.js';
import { AutoApprovals } from './auto-approvals.service.js';
import type { AfterSalesCase } from './case.entity.js';
import { CaseService } from './case.service.js';
import { CasePhotos } from './photos/case-photos.service.js';
import { requireText } from './read-args.js';
import type { CaseWork, Said } from './step.js';

/** A case and the version of it that the caller saw. */
export interface Seen {
  readonly id: string;
  readonly version: number;
}

/** A15: with the reason for going against a limit, if any. */
interface Overruling extends Seen {
  readonly overrule?: string | null;
}

/** Why a parcel is not taken in, and where its goods are. */
interface Refused {
  readonly reason: string;
  readonly goods: RefusedGoods;
}

/** What asks for an answer to the application again: the rules that answer by themselves are asked too. */
const asksAgain: ReadonlySet<CaseVerb> = new Set<CaseVerb>(['supplyInfo', 'modify']);

/** One step, one transaction. */
@Injectable()
export class CaseWrites {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(ApplyService) private readonly applications: ApplyService,
    @Inject(CasePhotos) private readonly photos: CasePhotos,
    @Inject(AutoApprovals) private readonly approvals: AutoApprovals,
  ) {}

  apply(actor: Actor, input: NewApplication): Promise<AfterSalesCase> {
    return this.database.inTransaction((tx) => this.applications.apply(tx, actor, input, this.clock.now()));
  }

  act(actor: Actor, { id, version }: Seen, action: CaseAction, said?: Said): Promise<AfterSalesCase> {
    return this.database.inTransaction((tx) => this.step(tx, actor, { id, version, action, said }));
  }

  /** A step that may go against the limits that refuse it, where a reason is given. @throws BadInput */
  actOrOverrule(actor: Actor, { id, version, overrule }: Overruling, action: CaseAction, said?: Said): Promise<AfterSalesCase> {
    if (overrule != null) requireText('overrule', overrule);
    const work = { id, version, action, said, overrule: overrule ?? undefined };
    return this.database.inTransaction((tx) => this.step(tx, actor, work));
  }

  /** A9: with the photos of why that were added since the last refusal. */
  refuseReceipt(actor: Actor, seen: Seen, { reason, goods }: Refused, said?: Said): Promise<AfterSalesCase> {
    return this.database.inTransaction(async (tx) => {
      const photos = await this.photos.fresh(tx, seen.id, 'refusal');
      const action = { verb: 'refuseReceipt', reason, goods, photos } as const;
      return this.cases.act(tx, actor, { ...seen, action, said }, this.clock.now());
    });
  }

  /** A7: a case that awaits an answer again, and of which a rule speaks now, is approved when this returns. */
  private async step(tx: EntityManager, actor: Actor, work: CaseWork): Promise<AfterSalesCase> {
    const now = this.clock.now();
    const row = await this.cases.act(tx, actor, work, now);
    return asksAgain.has(work.action.verb) ? this.approvals.consider(tx, row, now) : row;
  }
}
