import { abilityFor, type Permission, type Role } from '@headwater/access';
import { nodeId } from '@headwater/org-tree';
import { Forbidden, NotFound } from '../common/errors.js';
import { ancestorColumns } from '../database/ancestors.js';
import { smallChain, unitId, type Unit } from '../testing/organization.js';
import { TreeSnapshot, type NodeFacts } from '../tree/tree-snapshot.js';
import { systemActor, type Actor, type StaffActor } from './actor.js';
import { allowedPermissions, authorize, may, targetAt, targetOf } from './authorize.js';
import { scopeBranches, scopeRoots, scopeSql } from './scope.js';

function factsOf(unit: Unit, parent: string | null): [string, Partial<NodeFacts>][] {
  const id = nodeId(unitId(unit.code));
  const own = { id, parentId: parent === null ? null : nodeId(parent), type: unit.type, archivedAt: null };
  return [[id, own], ...(unit.children ?? []).flatMap((child) => factsOf(child, id))];
}

const snapshot = TreeSnapshot.of(1, 1, new Map(factsOf(smallChain, null)) as never);
const at = (code: string) => targetAt(snapshot, unitId(code));

function person(...roles: (readonly [Role, string])[]): StaffActor {
  const grants = roles.map(([role, code], index) => ({ id: String(index), role, nodeId: nodeId(unitId(code)) }));
  const who = { personId: 'P', email: 'p@example.com', name: 'P', language: null, sessionId: 'S' };
  return { kind: 'staff', ...who, grants, ability: abilityFor(grants, snapshot.tree), snapshot };
}

const outcome = (actor: Actor, permission: Permission, code: string) => {
  try {
    authorize(actor, permission, at(code));
    return 'yes';
  } catch (error) {
    if (error instanceof NotFound) return 'not there';
    if (error instanceof Forbidden) return 'forbidden';
    throw error;
  }
};

describe('authorizing a record', () => {
  const manager = person(['storeManager', 'SHOP1']);

  it('says nothing where the verb is allowed', () => {
    expect(outcome(manager, 'case.approve', 'SHOP1')).toBe('yes');
  });

  it('says forbidden where the record is readable but the verb is not his', () => {
    expect(outcome(manager, 'case.verdict', 'SHOP1')).toBe('forbidden');
    expect(outcome(person(['regionalManager', 'EAST']), 'policyVersion.publish', 'HQ')).toBe('forbidden');
  });

  it('does not tell a record out of reach from one that is not there', () => {
    expect(outcome(manager, 'case.approve', 'SHOP2')).toBe('not there');
    expect(outcome(manager, 'case.read', 'SHOP2')).toBe('not there');
    expect(outcome(manager, 'policyVersion.publish', 'HQ')).toBe('not there');
    expect(outcome(manager, 'case.approve', 'NOWHERE')).toBe('not there');
  });

  it('takes the ancestors that a row carries', () => {
    const row = { id: 'C1', ...ancestorColumns(snapshot.pathOf(nodeId(unitId('SHOP1')))) };
    expect(may(manager, 'case.approve', targetOf('case', row))).toBe(true);
    expect(may(person(['storeManager', 'SHOP2']), 'case.approve', targetOf('case', row))).toBe(false);
  });

  it('lets the product itself do everything', () => {
    expect(outcome(systemActor(), 'case.approve', 'SHOP1')).toBe('yes');
  });

  it('lists the verbs allowed on a record', () => {
    expect(allowedPermissions(person(['operator', 'HQ']), 'coverage', at('EAST'))).toEqual([
      'coverage.read',
      'coverage.turnOn',
      'coverage.turnOff',
      'coverage.suspend',
      'coverage.resume',
    ]);
    expect(allowedPermissions(manager, 'coverage', at('SHOP1'))).toEqual(['coverage.read']);
    expect(allowedPermissions(manager, 'coverage', at('SHOP2'))).toEqual([]);
  });
});

describe("a buyer's reach", () => {
  const buyer: Actor = { kind: 'buyer', orderId: 'ORDER', linkId: 'LINK' };
  const target = { what: 'case', id: 'C', ancestors: at('SHOP1').ancestors };

  it('is the records of his order, with his own verbs', () => {
    expect(may(buyer, 'case.withdraw', { ...target, orderId: 'ORDER' })).toBe(true);
    expect(may(buyer, 'case.approve', { ...target, orderId: 'ORDER' })).toBe(false);
    expect(may(buyer, 'case.withdraw', { ...target, orderId: 'ANOTHER' })).toBe(false);
    expect(may(buyer, 'case.withdraw', target)).toBe(false);
    expect(may(buyer, 'case.withdraw', { ...target, orderId: null })).toBe(false);
  });

  it('is no list', () => {
    expect(scopeSql(buyer, 'case.read', 'c')).toBeNull();
    expect(scopeBranches(buyer, 'case.read', 'c')).toEqual([]);
  });
});

describe('the scope of a list', () => {
  it('is one equality a unit, and the units apart for a union', () => {
    const actor = person(['storeStaff', 'SHOP3'], ['regionalManager', 'EAST'], ['storeManager', 'SHOP1']);
    const [east, shop3] = [unitId('EAST'), unitId('SHOP3')];
    expect(scopeBranches(actor, 'case.read', 'c')).toEqual(
      expect.arrayContaining([
        { sql: 'c.a1 = ?', params: [east] },
        { sql: 'c.a2 = ?', params: [shop3] },
      ]),
    );
    expect(scopeBranches(actor, 'case.read', 'c')).toHaveLength(2);
    expect(scopeSql(actor, 'money.read', 'c')).toEqual({ sql: 'c.a1 = ?', params: [east] });
    expect(scopeSql(actor, 'person.read', 'c')).toBeNull();
  });

  it('has the highest unit first among its roots', () => {
    const actor = person(['storeStaff', 'SHOP1'], ['storeManager', 'WEST'], ['storeStaff', 'SHOP3']);
    expect(scopeRoots(actor, 'case.read')).toEqual([unitId('WEST'), unitId('SHOP1')]);
    expect(scopeRoots(actor, 'audit.read')).toEqual([]);
  });
});
