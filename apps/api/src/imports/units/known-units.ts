import { In, type EntityManager } from 'typeorm';
import { OrgNode } from '../../tree/org-node.entity.js';
import type { UnitLine } from './unit-draft.js';

/** The units that lines of a file may speak of, as the database has them. */
export interface KnownUnits {
  readonly root: OrgNode;
  readonly byKey: ReadonlyMap<string, OrgNode>;
  readonly byCode: ReadonlyMap<string, OrgNode>;
}

const KEYS = 500;

async function findIn(
  manager: EntityManager,
  column: 'externalId' | 'code',
  keys: readonly string[],
  source?: string,
): Promise<OrgNode[]> {
  const found: OrgNode[] = [];
  for (let from = 0; from < keys.length; from += KEYS) {
    const some = In(keys.slice(from, from + KEYS));
    found.push(...(await manager.findBy(OrgNode, { [column]: some, ...(source !== undefined && { source }) })));
  }
  return found;
}

/** By key within the profile, and by code in the whole chain. The root has to be there. */
export async function loadKnownUnits(
  manager: EntityManager,
  source: string,
  rootId: string,
  lines: readonly UnitLine[],
): Promise<KnownUnits> {
  const drafts = lines.flatMap(({ levels, unit }) => [...levels, unit]);
  const keys = [...new Set(drafts.map(({ externalId }) => externalId))];
  const codes = [...new Set(drafts.map(({ code }) => code))];
  const root = await manager.findOneByOrFail(OrgNode, { id: rootId });
  const own = await findIn(manager, 'externalId', keys, source);
  const sameCode = await findIn(manager, 'code', codes);
  return {
    root,
    byKey: new Map(own.map((node) => [node.externalId ?? '', node])),
    byCode: new Map(sameCode.map((node) => [node.code, node])),
  };
}
