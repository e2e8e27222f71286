import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { StaffActor } from '../auth/actor.js';
import { authorize, targetOf } from '../auth/authorize.js';
import { NotFound } from '../common/errors.js';
import { cutPage, readPage, type Cursor, type PageInput } from '../common/pagination.js';
import { Database } from '../database/database.js';
import { inOrder, pickPage, type Picked } from '../database/keyset.js';
import type { Where } from '../database/where.js';
import { AuditEvent } from './audit-event.entity.js';
import type { AuditFilter } from './audit-event.view.js';
import { stretchesOf } from './audit-stretches.js';

export interface AuditPage {
  readonly items: AuditEvent[];
  readonly nextCursor: string | null;
  readonly total: number | null;
  readonly hasMoreThanTotal: boolean;
}

/** Beyond this nobody counts, and counting would cost more than the page. */
const COUNTED = 10_000;

/** Events that an export holds at once. */
const BATCH = 500;

const newestFirst = { from: { sql: 'audit_event e', params: [] }, alias: 'e', key: 'at', direction: 'DESC' } as const;

const cursorOf = ({ id, sortKey }: Picked): Cursor => ({ key: sortKey, id });

/** The audit log, the newest first. */
@Injectable()
export class AuditListService {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** @throws NotFound, BadInput */
  async list(actor: StaffActor, filter: AuditFilter, page?: PageInput | null): Promise<AuditPage> {
    const { first, after } = readPage(page);
    const stretches = stretchesOf(actor, 'audit.read', filter);
    const picked = await pickPage(this.database.read, newestFirst, stretches, after, first + 1);
    const { items, nextCursor } = cutPage(picked, first, cursorOf);
    const count = after === null ? await this.count(stretches) : null;
    const total = count && Math.min(count, COUNTED);
    return { items: await this.load(items), nextCursor, total, hasMoreThanTotal: count !== total };
  }

  /** @throws NotFound */
  async get(actor: StaffActor, id: string): Promise<AuditEvent> {
    const event = await this.database.read.findOneBy(AuditEvent, { id });
    if (!event) throw new NotFound('audit event', id);
    authorize(actor, 'audit.read', targetOf('audit event', event));
    return event;
  }

  /** The same list to its end, for a file. @throws NotFound, BadInput */
  all(actor: StaffActor, filter: AuditFilter): AsyncGenerator<AuditEvent> {
    return this.walk(stretchesOf(actor, 'audit.export', filter));
  }

  private async *walk(stretches: readonly Where[]): AsyncGenerator<AuditEvent> {
    let last: Picked | undefined;
    do {
      const after = last ? cursorOf(last) : null;
      const picked = await pickPage(this.database.read, newestFirst, stretches, after, BATCH);
      yield* await this.load(picked);
      last = picked[BATCH - 1];
    } while (last);
  }

  private async load(picked: readonly Picked[]): Promise<AuditEvent[]> {
    const rows = await this.database.read.findBy(AuditEvent, { id: In(picked.map(({ id }) => id)) });
    return inOrder(picked, rows);
  }

  /** Counts one event beyond the limit, to know that there are more. */
  private async count(stretches: readonly Where[]): Promise<number> {
    let count = 0;
    for (const { sql, params } of stretches) {
      const some = `SELECT 1 FROM audit_event e WHERE ${sql} LIMIT ${COUNTED + 1 - count}`;
      const [row] = await this.database.read.query<{ n: number | string }[]>(`SELECT COUNT(*) AS n FROM (${some}) AS some`, [
        ...params,
      ]);
      count += Number(row?.n ?? 0);
      if (count > COUNTED) break;
    }
    return count;
  }
}
