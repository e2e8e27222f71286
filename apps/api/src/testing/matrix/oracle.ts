import type { Role } from '@headwater/access';
import type { Asker, World } from './world.js';

const letters = {
  administrator: 'A',
  operator: 'O',
  regionalManager: 'R',
  storeManager: 'M',
  storeStaff: 'S',
  finance: 'F',
  auditor: 'U',
};

/** Who reads what (console.md, section 2), written down once more: it shares nothing with what is tested. */
const readers = {
  'orgNode.read': 'AORMSFU',
  'rules.read': 'AORMSFU',
  'order.read': 'AORMSFU',
  'case.read': 'AORMSFU',
  'case.registerDropIn': 'ARMS',
  'money.read': 'AORMFU',
  'money.export': 'AORMFU',
  'money.openClaim': 'AF',
  'moneyHome.read': 'ARMFU',
  'coverage.read': 'AORMU',
  'exemption.read': 'AORMU',
  'approval.read': 'AOU',
  'changeSet.read': 'AORU',
  'acknowledgement.read': 'AORMU',
  'acknowledgement.accept': 'AM',
  'rollout.read': 'AORU',
  'policy.read': 'AORU',
  'home.read': 'AOR',
  'audit.read': 'AU',
  'audit.export': 'AU',
  'person.read': 'A',
} as const;
export type ReadPermission = keyof typeof readers;

const gives = (role: Role, permission: ReadPermission): boolean => readers[permission].includes(letters[role]);

/** Whether one unit stands under another, or is it. */
export function isUnder(world: World, unit: string | null, top: string): boolean {
  return unit !== null && (unit === top || isUnder(world, world.parentOf.get(unit) ?? null, top));
}

/** What a buyer's link opens, on the records of its order alone. */
const buyers: readonly ReadPermission[] = ['order.read', 'case.read'];

/** X1: a role at a unit reaches the unit and what stands under it, and nothing else; a link reaches its order. */
export class Oracle {
  constructor(
    readonly world: World,
    readonly asker: Asker,
  ) {}

  holds(permission: ReadPermission): boolean {
    if (this.asker.order !== null) return buyers.includes(permission);
    return this.asker.held.some(({ role }) => gives(role, permission));
  }

  sees(permission: ReadPermission, unit: string): boolean {
    return this.asker.held.some((grant) => gives(grant.role, permission) && isUnder(this.world, unit, grant.unit));
  }

  /** A record of an order, asked for by itself. */
  seesOf(permission: ReadPermission, order: string, unit: string): boolean {
    return this.asker.order === order || this.sees(permission, unit);
  }

  /** Policies of the units above are shared with those below, whose rules they are. */
  seesPolicyOf(unit: string): boolean {
    const usable = this.asker.held.some((grant) => gives(grant.role, 'policy.read') && isUnder(this.world, grant.unit, unit));
    return usable || this.sees('policy.read', unit);
  }

  /** The seen units that stand under no other seen one. */
  tops(permission: ReadPermission): string[] {
    const seen = this.world.units.map(({ id }) => id).filter((id) => this.sees(permission, id));
    return seen.filter((id) => !seen.includes(this.world.parentOf.get(id) ?? ''));
  }
}
