import { Inject, Injectable } from '@nestjs/common';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { applyScope, scopeSql } from '../auth/scope.js';
import { contains } from '../common/like.js';
import { cutPage, readPage, type Cursor, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { AuditEvent } from './audit-event.entity.js';

/** The audit log as a list, the newest first. */
@Injectable()
export class AuditListService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async list(
    actor: StaffActor,
    search: string | null,
    page?: PageInput | null,
  ): Promise<{ items: AuditEvent[]; nextCursor: string | null }> {
    const { first, after } = readPage(page);
    const query = this.database.read.createQueryBuilder(AuditEvent, 'e').orderBy('e.at', 'DESC').addOrderBy('e.id', 'DESC');
    applyScope(query, scopeSql(actor, 'audit.read', 'e'));
    if (search) searchFor(query, search);
    if (after) startAfter(query, after);
    const rows = await query.take(first + 1).getMany();
    return cutPage(rows, first, ({ at, id }) => ({ key: at, id }));
  }
}

function searchFor(query: SelectQueryBuilder<AuditEvent>, search: string): void {
  const inside = contains(search);
  query.andWhere(
    new Brackets((where) =>
      where
        .where(`e.action LIKE :inside ESCAPE '!'`, { inside })
        .orWhere(`e.actorName LIKE :inside ESCAPE '!'`)
        .orWhere('e.subjectId = :exactly', { exactly: search.trim() }),
    ),
  );
}

function startAfter(query: SelectQueryBuilder<AuditEvent>, { key, id }: Cursor): void {
  query.andWhere('e.at <= :at', { at: key }).andWhere('(e.at < :at OR e.id < :id)', { id });
}
