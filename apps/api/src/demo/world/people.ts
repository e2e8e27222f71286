import type { Role } from '@headwater/access';
import type { Random } from '../random.js';
import { personName } from './buyers.js';
import type { DemoUnits } from './units.js';

/** Of all demo accounts; it is printed at the start and shown on the sign-in page. */
export const DEMO_PASSWORD = 'headwater-demo';

export interface DemoPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly nodeId: string;
  readonly nodeName: string;
  /** One of those that are shown: an account for each role. */
  readonly shown: boolean;
}

type Place = { readonly id: string; readonly name: string };

/** An account for each role, a manager for each area, and one for every store. */
export function buildPeople(random: Random, units: DemoUnits, today: number): DemoPerson[] {
  const [area = units.hq] = units.areas;
  const [store = units.hq] = units.stores;
  const person = (key: string, name: string, role: Role, node: Place, shown = false): DemoPerson => ({
    id: random.of('person', key).ulid(today),
    email: `${key}@headwater.example`,
    name,
    role,
    nodeId: node.id,
    nodeName: node.name,
    shown,
  });
  const accounts = [
    person('admin', '周敏', 'administrator', units.hq, true),
    person('operator', '李娜', 'operator', units.hq, true),
    person('region', '王建国', 'regionalManager', area, true),
    person('manager', '陈晨', 'storeManager', store, true),
    person('staff', '刘洋', 'storeStaff', store, true),
    person('finance', '赵静', 'finance', units.hq, true),
    person('auditor', '孙立', 'auditor', units.hq, true),
  ];
  const named = (key: string) => personName(random.of('name', key));
  const regional = units.areas
    .slice(1)
    .map((it) => person(`region.${it.code.toLowerCase()}`, named(it.code), 'regionalManager', it));
  const managers = units.stores
    .slice(1)
    .map((it) => person(`store.${it.code.toLowerCase()}`, named(it.code), 'storeManager', it));
  return [...accounts, ...regional, ...managers];
}
