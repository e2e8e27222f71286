import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import type { CoverageEffectView } from '../policies/coverage.types.js';
import { effectForeseen } from '../policies/effects.js';
import { requireReason } from '../policies/inputs.js';
import { PolicyEngine } from '../policies/policy-engine.service.js';
import { PolicyWriter } from '../policies/policy-writer.service.js';
import { allNamed, refuseAny } from '../policies/problems.js';
import type { ChangeSet } from './change-set.entity.js';
import { change, open, recordChangeSet, type Desk } from './change-set.store.js';
import { WrongChangeSetStatus } from './changes.errors.js';
import { statusOf } from './status.js';
import { broughtBy, withdrawAll, withdrawing, type Brought, type Withdrawn } from './withdrawal.js';

/** P10: taking back a draft, or what is scheduled: what lies beneath it holds. */
@Injectable()
export class CancelService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What taking back each of its facts would do, and why that would be refused. @throws NotFound, Forbidden, WrongChangeSetStatus */
  async preview(actor: Actor, id: string): Promise<CoverageEffectView[]> {
    const state = await this.engine.current();
    const now = this.clock.now();
    const { withdrawn } = await cancelling({ actor, state, now, tx: this.database.read }, id);
    return withdrawn.map(({ effect, problems }) => effectForeseen(state, effect, allNamed(state, problems, now)));
  }

  /** @throws NotFound, Forbidden, WrongChangeSetStatus, RulesRefused */
  async cancel(actor: Actor, id: string, why: string): Promise<void> {
    const reason = requireReason(why);
    await this.writer.run(actor, async (write) => {
      const { set, brought, withdrawn } = await cancelling(write, id);
      refuseAny(
        write.state,
        withdrawn.flatMap(({ problems }) => problems),
        write.now,
      );
      await withdrawAll(write, brought, reason);
      await change(write, set, { status: 'cancelled', reason });
      await recordChangeSet(write, 'changeSet.cancel', set, { reason });
      return { wrote: true, result: null };
    });
  }
}

interface Cancelling {
  readonly set: ChangeSet;
  readonly brought: Brought;
  readonly withdrawn: Withdrawn[];
}

/** The set, as far as the actor may take it back, with the facts that go with it. @throws NotFound, Forbidden, WrongChangeSetStatus */
async function cancelling(desk: Desk, id: string): Promise<Cancelling> {
  const set = await open(desk, id, 'changeSet.cancel', ['draft', 'inReview', 'approved', 'stale', 'applied']);
  if (statusOf(set, desk.now) === 'live') throw new WrongChangeSetStatus('live', ['scheduled']);
  const brought = await broughtBy(desk.tx, set);
  return { set, brought, withdrawn: withdrawing(desk.state, brought, desk.now) };
}
