import { terminalStates } from '@headwater/after-sales';
import { columnAt } from '@headwater/access';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { RoleGrant } from '../auth/person.entity.js';
import { Database } from '../database/database.js';
import type { FollowingTable } from '../database/following-tables.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';

const counts: FollowingTable = 'case_count';
const orders: FollowingTable = 'sales_order';

/** Who and what hangs on a unit and all below it. */
@Injectable()
export class UsageService {
  constructor(@Inject(Database) private readonly database: Database) {}

  async people(snapshot: TreeSnapshot, id: string): Promise<number> {
    const grants = await this.database.read.find(RoleGrant, {
      where: { revokedAt: IsNull() },
      select: { personId: true, nodeId: true },
    });
    const below = grants.filter(({ nodeId }) => snapshot.path(nodeId).some((above) => above.id === id));
    return new Set(below.map(({ personId }) => personId)).size;
  }

  openCases(snapshot: TreeSnapshot, id: string, manager: EntityManager = this.database.read): Promise<number> {
    const ended = terminalStates.map(() => '?').join(', ');
    const column = columnAt(snapshot.require(id).depth);
    return number(manager, `SELECT COALESCE(SUM(cases), 0) AS n FROM ${counts} WHERE ${column} = ? AND state NOT IN (${ended})`, [
      id,
      ...terminalStates,
    ]);
  }

  orders(snapshot: TreeSnapshot, id: string, manager: EntityManager = this.database.read): Promise<number> {
    const column = columnAt(snapshot.require(id).depth);
    return number(manager, `SELECT COUNT(*) AS n FROM ${orders} WHERE ${column} = ?`, [id]);
  }
}

async function number(manager: EntityManager, sql: string, params: readonly string[]): Promise<number> {
  const [row] = await manager.query<{ n: number | string }[]>(sql, [...params]);
  return Number(row?.n ?? 0);
}
