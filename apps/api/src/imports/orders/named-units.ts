import { In, type EntityManager } from 'typeorm';
import { OrgNode } from '../../tree/org-node.entity.js';
import type { OrderMapping, Profile } from '../mapping/profile.js';
import { columnsIn, type ValueSpec } from '../mapping/value-spec.js';
import type { Problem } from '../problems.js';
import type { SourceLine, SourceOrder } from './read-order.js';
import type { UnitsOf } from './split-order.js';

/** Ids of the stores and suppliers that orders name, by code or by the key that they have in the profile. */
export interface NamedUnits {
  readonly stores: ReadonlyMap<string, string>;
  readonly suppliers: ReadonlyMap<string, string>;
}

interface Task {
  readonly profile: Profile;
  readonly mapping: OrderMapping;
}

/** Two queries, however many orders there are. */
export async function namedUnits(manager: EntityManager, task: Task, orders: readonly SourceOrder[]): Promise<NamedUnits> {
  const { storeBy, supplierBy } = task.mapping.lines;
  const lines = orders.flatMap((order) => order.lines);
  const source = task.profile.profile;
  const stores = lines.map(({ store }) => store);
  const suppliers = lines.flatMap(({ supplier }) => supplier ?? []);
  return {
    stores: await found(manager, { type: 'store', by: storeBy, source, names: stores }),
    suppliers: await found(manager, { type: 'supplier', by: supplierBy, source, names: suppliers }),
  };
}

interface Wanted {
  readonly type: 'store' | 'supplier';
  readonly by: 'code' | 'key';
  readonly source: string;
  readonly names: readonly string[];
}

async function found(manager: EntityManager, { type, by, source, names }: Wanted): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const wanted = In([...new Set(names)]);
  const where = by === 'code' ? { code: wanted } : { source, externalId: wanted };
  const rows = await manager.find(OrgNode, { where: { ...where, type }, select: { id: true, code: true, externalId: true } });
  return new Map(rows.map(({ id, code, externalId }) => [by === 'code' ? code : (externalId ?? ''), id]));
}

/** For orders that name no unit that is not there. */
export const idsIn = ({ stores, suppliers }: NamedUnits): UnitsOf => ({
  store: (name) => stores.get(name) ?? '',
  supplier: (name) => suppliers.get(name) ?? '',
});

/** What lines of an order name that is not there. */
export function unknownUnits({ lines }: OrderMapping, order: SourceOrder, { stores, suppliers }: NamedUnits): Problem[] {
  return order.lines.flatMap((line) => [
    ...(stores.has(line.store) ? [] : [unknown(line, lines.store, 'UNKNOWN_STORE', line.store)]),
    ...(line.supplier === null || suppliers.has(line.supplier)
      ? []
      : [unknown(line, lines.supplier, 'UNKNOWN_SUPPLIER', line.supplier)]),
  ]);
}

const wanted = {
  UNKNOWN_STORE: 'a store that is there: import the units first',
  UNKNOWN_SUPPLIER: 'a supplier that is there: import or create the unit first',
} as const;

const unknown = ({ place }: SourceLine, spec: ValueSpec | undefined, code: keyof typeof wanted, value: string): Problem => ({
  ...place,
  severity: 'refused',
  column: spec ? columnsIn(spec).join(', ') : '',
  value,
  code,
  allowed: wanted[code],
});
