import { buildTree, nodeId, type NodeId } from '@headwater/org-tree';

import { abilityFor, allowedOn, can, canSomewhere, permissionsOf, rulesFor } from './ability.js';
import type { ScopedRow } from './conditions.js';
import { ROLE_PERMISSIONS } from './roles.js';

const hq = nodeId('hq');
const east = nodeId('east');
const west = nodeId('west');
const shanghai = nodeId('shanghai');
const xian = nodeId('xian');

const tree = buildTree([
  { id: hq, parentId: null, type: 'headquarters' },
  { id: east, parentId: hq, type: 'region' },
  { id: west, parentId: hq, type: 'region' },
  { id: shanghai, parentId: east, type: 'store' },
  { id: xian, parentId: west, type: 'store' },
]);

const rowAt = (node: NodeId): ScopedRow => ({ ancestors: [...tree.pathOf(node), null, null] });

describe('an ability', () => {
  it('reaches the subtree of the unit a role is held at and nothing else', () => {
    const manager = abilityFor([{ role: 'regionalManager', nodeId: east }], tree);
    expect([hq, east, west, shanghai, xian].filter((node) => can(manager, 'case.approve', rowAt(node)))).toEqual([
      east,
      shanghai,
    ]);
  });

  it('does not let the subtree of one role carry the verbs of another', () => {
    const both = abilityFor(
      [
        { role: 'storeManager', nodeId: shanghai },
        { role: 'storeStaff', nodeId: xian },
      ],
      tree,
    );
    expect(can(both, 'rules.setOwn', rowAt(shanghai))).toBe(true);
    expect(can(both, 'rules.setOwn', rowAt(xian))).toBe(false);
    expect(can(both, 'case.approve', rowAt(xian))).toBe(true);
  });

  it('gives nothing for no grants, nor for one at a unit that does not exist', () => {
    for (const grants of [[], [{ role: 'administrator', nodeId: nodeId('gone') } as const]]) {
      const none = abilityFor(grants, tree);
      expect(permissionsOf(none)).toEqual([]);
      expect(can(none, 'orgNode.read', rowAt(hq))).toBe(false);
    }
  });

  it('never says yes to a row that hangs nowhere', () => {
    const administrator = abilityFor([{ role: 'administrator', nodeId: hq }], tree);
    expect(can(administrator, 'case.read', { ancestors: [] })).toBe(false);
    expect(can(administrator, 'case.read', { ancestors: [null, null] })).toBe(false);
  });

  it('lets a region read and use the policies of HQ, but not change them, nor see those of another region', () => {
    const manager = abilityFor([{ role: 'regionalManager', nodeId: east }], tree);
    expect(allowedOn(manager, 'policy', rowAt(hq))).toEqual(['policy.read', 'policy.assign']);
    expect(allowedOn(manager, 'policyVersion', rowAt(hq))).toEqual([]);
    expect(allowedOn(manager, 'policy', rowAt(east))).toEqual(['policy.read', 'policy.create', 'policy.assign']);
    expect(allowedOn(manager, 'policy', rowAt(west))).toEqual([]);
    expect(allowedOn(manager, 'policy', rowAt(xian))).toEqual([]);
  });

  it('holds somewhere exactly what its roles hold', () => {
    const finance = abilityFor([{ role: 'finance', nodeId: hq }], tree);
    expect(new Set(permissionsOf(finance))).toEqual(new Set(ROLE_PERMISSIONS.finance));
    expect(canSomewhere(finance, 'case.manualVoucher')).toBe(true);
    expect(canSomewhere(finance, 'case.approve')).toBe(false);
  });

  it('has a condition on every rule', () => {
    const administrator = abilityFor([{ role: 'administrator', nodeId: hq }], tree);
    for (const permission of permissionsOf(administrator))
      for (const rule of rulesFor(administrator, permission)) expect(rule.conditions).toEqual({ within: hq });
  });

  it('leaves the row it looks at untouched', () => {
    const row = Object.freeze(rowAt(shanghai));
    expect(can(abilityFor([{ role: 'auditor', nodeId: hq }], tree), 'case.read', row)).toBe(true);
    expect(Object.keys(row)).toEqual(['ancestors']);
  });
});
