import { Inject, Injectable } from '@nestjs/common';
import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Actor, StaffActor } from '../auth/actor.js';
import { allowedPermissions, targetOf } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/database.js';
import { hint } from '../database/hint.js';
import { Batch, listsBy } from '../orders/batch.js';
import { CasePresence } from './case-presence.entity.js';
import { CaseQuery } from './case-query.service.js';

/** How long a word of presence holds; the console says it again before. */
const HOLDS = 20_000;
/** Names that anybody reads. */
const MAX_SHOWN = 5;

const columns = 'id, person_name, case_id, live_until';
const onSqlite =
  'ON CONFLICT(id) DO UPDATE SET person_name = excluded.person_name, case_id = excluded.case_id, live_until = excluded.live_until';
const onMysql =
  'ON DUPLICATE KEY UPDATE person_name = VALUES(person_name), case_id = VALUES(case_id), live_until = VALUES(live_until)';

/** A17: who is working on a case just now, so that two people do not decide one. The later answer is refused by its version all the same. */
@Injectable()
export class CasePresences {
  private readonly at = new Batch<CasePresence[]>(
    (ids) => this.atAll(ids),
    () => [],
  );

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseQuery) private readonly query: CaseQuery,
  ) {}

  /**
   * He has it open now and for some seconds; who may only read works on nothing.
   * @returns who else has
   * @throws NotFound
   */
  async attend(actor: StaffActor, caseId: string): Promise<CasePresence[]> {
    const target = targetOf('case', await this.query.get(actor, caseId));
    const isAtWork = allowedPermissions(actor, 'case', target).some((permission) => permission !== 'case.read');
    if (isAtWork) await this.database.inTransaction((tx) => this.write(tx, actor, caseId));
    return this.others(actor, caseId);
  }

  /** He has closed it, or went on to another one. */
  async leave({ personId }: StaffActor, caseId: string): Promise<void> {
    await this.database.inTransaction(async (tx) => {
      const { affected } = await tx.delete(CasePresence, { id: personId, caseId });
      if (affected === 1) hint(tx, 'presence', caseId);
    });
  }

  /** Colleagues at a case that may be read; a buyer is told of nobody. */
  async others(actor: Actor, caseId: string): Promise<CasePresence[]> {
    if (actor.kind !== 'staff') return [];
    const there = await this.at.load(caseId);
    return there.filter(({ id }) => id !== actor.personId).slice(0, MAX_SHOWN);
  }

  private async write(tx: EntityManager, { personId, name }: StaffActor, caseId: string): Promise<void> {
    const now = this.clock.now();
    const before = await tx.findOneBy(CasePresence, { id: personId });
    const onConflict = this.database.dialect === 'sqlite' ? onSqlite : onMysql;
    const values = [personId, name.slice(0, 100), caseId, now + HOLDS];
    await tx.query(`INSERT INTO case_presence (${columns}) VALUES (?, ?, ?, ?) ${onConflict}`, values);
    const isNew = before === null || before.caseId !== caseId || before.liveUntil <= now;
    if (isNew) hint(tx, 'presence', caseId);
  }

  private async atAll(ids: string[]): Promise<ReadonlyMap<string, CasePresence[]>> {
    const where = { caseId: In(ids), liveUntil: MoreThan(this.clock.now()) };
    const rows = await this.database.read.find(CasePresence, { where, order: { personName: 'ASC', id: 'ASC' } });
    return listsBy(rows, ({ caseId }) => caseId);
  }
}
