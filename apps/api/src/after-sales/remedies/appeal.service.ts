import { answered, appealRefused, fourStamps, type LiableParty } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../../auth/actor.js';
import { branchesWithin } from '../../auth/within.js';
import { scopeRoots } from '../../auth/scope.js';
import { Clock } from '../../common/clock.js';
import { newId } from '../../common/ids.js';
import { ancestorColumns, ancestorPath } from '../../database/ancestors.js';
import { currentRead } from '../../database/current-read.js';
import { Database } from '../../database/database.js';
import { factsOf } from '../case-facts.js';
import { CaseParcels } from '../case-parcels.service.js';
import type { Ground } from '../case-rules.service.js';
import type { Seen } from '../case-writes.service.js';
import type { AfterSalesCase } from '../case.entity.js';
import { GoodsLosses } from '../goods-loss.service.js';
import { BesideState, type Beside } from './beside-state.service.js';
import { LiabilityAppeal } from './liability-appeal.entity.js';
import { AppealRefused } from './remedy.errors.js';

/** A14: the branch contests its liability, HQ upholds it or names another. */
@Injectable()
export class Appeals {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(BesideState) private readonly beside: BesideState,
    @Inject(CaseParcels) private readonly parcels: CaseParcels,
    @Inject(GoodsLosses) private readonly goods: GoodsLosses,
  ) {}

  /** @throws NotFound, Forbidden, StaleVersion, AppealRefused */
  open(actor: StaffActor, seen: Seen, reason: string): Promise<AfterSalesCase> {
    return this.database.inTransaction(async (tx) => {
      const it = await this.beside.begin(tx, actor, 'case.appeal', seen, this.clock.now());
      await this.refuse(tx, it);
      await tx.insert(LiabilityAppeal, newAppeal(it, actor, reason));
      return this.beside.record(tx, it, { verb: 'appeal', reason, data: { contested: it.row.facts.liability } });
    });
  }

  /**
   * @param named whom HQ names instead; null upholds what was found
   * @throws NotFound, Forbidden, StaleVersion, AppealRefused
   */
  answer(actor: StaffActor, seen: Seen, named: LiableParty | null, reason: string): Promise<AfterSalesCase> {
    return this.database.inTransaction(async (tx) => {
      const it = await this.beside.begin(tx, actor, 'case.answerAppeal', seen, this.clock.now());
      const appeal = (await this.of(tx, it.row.id)).find(({ status }) => status === 'open');
      if (!appeal) throw new AppealRefused('NO_OPEN_APPEAL');
      const { facts } = it.row;
      const found = factsOf(it.row);
      const liability = answered(facts.liability, named, { stamps: fourStamps(found), reason: found.reason });
      const changed = liability !== facts.liability;
      const answer = { answer: reason, answeredAt: it.now, answeredByName: actor.name, named: changed ? named : null };
      await tx.update(LiabilityAppeal, { id: appeal.id }, { ...answer, status: changed ? 'changed' : 'upheld' });
      const said = { verb: 'answerAppeal', reason, data: { liability }, columns: { facts: { ...facts, liability } } };
      const saved = await this.beside.record(tx, it, said);
      if (!changed) return saved;
      await this.parcels.bearAnew(tx, it, saved);
      await this.goods.bearAnew(tx, it, saved);
      return saved;
    });
  }

  /** Why the branch may not appeal the case now, or null. */
  async refusal(tx: EntityManager, row: AfterSalesCase, { rules }: Ground) {
    const appeals = await this.of(tx, row.id);
    const open = appeals.some(({ status }) => status === 'open');
    return appealRefused({ liability: row.facts.liability, made: appeals.length, open, limit: rules.repeatMax });
  }

  /** The appeals of a case, the first first. */
  of(manager: EntityManager, caseId: string): Promise<LiabilityAppeal[]> {
    return manager.find(LiabilityAppeal, {
      where: { caseId },
      order: { id: 'ASC' },
      ...(manager.queryRunner?.isTransactionActive && currentRead(manager)),
    });
  }

  /** Those that wait for this person, the longest waiting first; at most `limit`. */
  async waiting(actor: StaffActor, within: string | null, limit: number): Promise<LiabilityAppeal[]> {
    if (scopeRoots(actor, 'case.answerAppeal').length === 0) return [];
    const parts = await Promise.all(
      branchesWithin(actor, 'case.answerAppeal', 'p', within).map(({ sql, params }) =>
        this.database.read.query<{ id: string }[]>(
          `SELECT p.id AS id FROM liability_appeal p WHERE ${sql} AND p.status = 'open' ORDER BY p.id LIMIT ${String(limit)}`,
          [...params],
        ),
      ),
    );
    const ids = parts.flatMap((rows) => rows.map(({ id }) => id)).sort();
    return Promise.all(ids.slice(0, limit).map((id) => this.database.read.findOneByOrFail(LiabilityAppeal, { id })));
  }

  private async refuse(tx: EntityManager, { row, ground }: Beside): Promise<void> {
    const refused = await this.refusal(tx, row, ground);
    if (refused !== null) throw new AppealRefused(refused, refused === 'REPEAT_LIMIT' ? ground.rules.repeatMax : undefined);
  }
}

function newAppeal({ row, now }: Beside, actor: StaffActor, reason: string): LiabilityAppeal {
  const { id: caseId, nodeId, facts } = row;
  const unanswered = { status: 'open' as const, answer: null, answeredAt: null, answeredByName: null, named: null };
  const by = { openedAt: now, openedBy: actor.personId, openedByName: actor.name.slice(0, 100) };
  const contested = facts.liability ?? { party: 'branch' as const, rule: 'none', basis: 'assumed' as const };
  const path = ancestorColumns(ancestorPath(row).filter((each) => each !== null));
  return { id: newId(now), caseId, nodeId, contested, reason, ...by, ...unanswered, ...path };
}
