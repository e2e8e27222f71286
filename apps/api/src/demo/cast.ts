import { abilityFor } from '@headwater/access';
import { nodeId } from '@headwater/org-tree';
import type { StaffActor } from '../auth/actor.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import type { DemoPerson } from './world/people.js';

/** Who does what in the history. */
export class Cast {
  private readonly byNode: ReadonlyMap<string, DemoPerson>;

  constructor(private readonly people: readonly DemoPerson[]) {
    this.byNode = new Map(people.filter(({ role }) => role === 'storeManager').map((person) => [person.nodeId, person]));
  }

  /** Who answers at a store, for HQ, or for the money. */
  whoIs(capacity: 'branch' | 'HQ' | 'finance', storeId: string): DemoPerson {
    const manager = capacity === 'branch' ? this.byNode.get(storeId) : undefined;
    return manager ?? this.one(capacity === 'finance' ? 'finance' : 'operator');
  }

  one(role: DemoPerson['role'], at?: string): DemoPerson {
    const found = this.people.find((person) => person.role === role && (at === undefined || person.nodeId === at));
    if (!found) throw new RangeError(`nobody is ${role} there`);
    return found;
  }

  /** A person as if signed in, for the services that ask who it is. */
  actor(person: DemoPerson, snapshot: TreeSnapshot): StaffActor {
    const { id, email, name, role } = person;
    const grants = [{ id, role, nodeId: nodeId(person.nodeId) }];
    const ability = abilityFor(grants, snapshot);
    return { kind: 'staff', personId: id, email, name, language: 'zh', sessionId: id, grants, ability, snapshot };
  }
}
