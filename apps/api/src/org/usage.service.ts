import { terminalStates } from '@headwater/after-sales';
import { columnAt } from '@headwater/access';
import { nodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { RoleGrant } from '../auth/person.entity.js';
import { Database } from '../database/database.js';
import type { FollowingTable } from '../database/following-tables.js';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';
import { TooManyAlong } from './org.errors.js';

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

  /** What of these stores somebody has to answer for once they are gone. */
  async ofStores(
    snapshot: TreeSnapshot,
    stores: readonly NodeFacts[],
    manager: EntityManager = this.database.read,
  ): Promise<{ openCases: number; orders: number }> {
    let [openCases, orders] = [0, 0];
    for (const { id } of stores) {
      openCases += await this.openCases(snapshot, id, manager);
      orders += await this.orders(snapshot, id, manager);
    }
    return { openCases, orders };
  }

  private orders(snapshot: TreeSnapshot, id: string, manager: EntityManager): Promise<number> {
    const column = columnAt(snapshot.require(id).depth);
    return number(manager, `SELECT COUNT(*) AS n FROM ${orders} WHERE ${column} = ?`, [id]);
  }
}

/** Units that go along with one that is archived, at most. */
const MOST_ALONG = 500;

/** What is active below a unit, each after what is above it. @throws TooManyAlong */
export function activeBelow(snapshot: TreeSnapshot, id: string): NodeFacts[] {
  const below = [...snapshot.tree.subtree(nodeId(id))].map((each) => snapshot.require(each));
  const active = below.filter((unit) => unit.id !== id && unit.archivedAt === null);
  if (active.length > MOST_ALONG) throw new TooManyAlong(active.length, MOST_ALONG);
  return active.sort((a, b) => a.depth - b.depth);
}

export const storesOf = (units: readonly NodeFacts[]): NodeFacts[] => units.filter(({ type }) => type === 'store');

async function number(manager: EntityManager, sql: string, params: readonly string[]): Promise<number> {
  const [row] = await manager.query<{ n: number | string }[]>(sql, [...params]);
  return Number(row?.n ?? 0);
}
