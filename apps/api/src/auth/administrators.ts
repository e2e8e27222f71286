import type { EntityManager } from 'typeorm';
import { Person, RoleGrant } from './person.entity.js';

/** How many people can administer the chain: active ones who hold the role. */
export async function countAdministrators(manager: EntityManager): Promise<number> {
  const row = await manager
    .createQueryBuilder(RoleGrant, 'g')
    .innerJoin(Person, 'p', 'p.id = g.personId')
    .select('COUNT(DISTINCT p.id)', 'count')
    .where('g.role = :role AND g.revokedAt IS NULL AND p.status = :status', { role: 'administrator', status: 'active' })
    .getRawOne<{ count: number | string }>();
  return Number(row?.count ?? 0);
}
