import { buildTree, nodeId, nodeTypes } from '@headwater/org-tree';
import fc from 'fast-check';

import { mayHoldAt, placesOf, topMost, visibleNodeRoots } from './grants.js';
import { PERMISSIONS } from './permissions.js';
import { ROLE_PERMISSIONS, ROLES } from './roles.js';
import { chainsWithGrants, isBelowOrSelf } from './testing/random-chain.js';

const runs = Number(process.env.HEADWATER_RUNS ?? 200);

describe('where a role may be held', () => {
  it('is the root for the roles of HQ, and nowhere else', () => {
    for (const role of ['administrator', 'operator', 'finance', 'auditor'] as const)
      expect(nodeTypes.filter((type) => mayHoldAt(role, type))).toEqual(['headquarters']);
  });

  it('is a region, mall or partner for a regional manager', () => {
    expect(placesOf('regionalManager')).toEqual(['region', 'mall', 'partner']);
  });

  it('is any unit with branches for the people of a branch, never a supplier', () => {
    for (const role of ['storeManager', 'storeStaff'] as const) {
      expect(mayHoldAt(role, 'store')).toBe(true);
      expect(mayHoldAt(role, 'supplier')).toBe(false);
    }
  });

  it('is somewhere for every role', () => {
    for (const role of ROLES) expect(placesOf(role).length).toBeGreaterThan(0);
  });
});

describe('the roots of what a permission shows', () => {
  const [hq, east, shop] = [nodeId('hq'), nodeId('east'), nodeId('shop')];
  const tree = buildTree([
    { id: hq, parentId: null, type: 'headquarters' },
    { id: east, parentId: hq, type: 'region' },
    { id: shop, parentId: east, type: 'store' },
  ]);

  it('drop a unit under another with the same permission, and keep one where only the lower role gives it', () => {
    const grants = [
      { role: 'storeManager', nodeId: shop },
      { role: 'regionalManager', nodeId: east },
      { role: 'auditor', nodeId: hq },
    ] as const;
    expect(visibleNodeRoots(grants, 'case.read', tree)).toEqual([hq]);
    expect(visibleNodeRoots(grants, 'case.approve', tree)).toEqual([east]);
    expect(visibleNodeRoots(grants, 'case.verdict', tree)).toEqual([]);
  });

  it('name a unit once however often it is granted', () => {
    expect(topMost([shop, shop, nodeId('gone')], tree)).toEqual([shop]);
  });

  it('cover exactly the subtrees of the grants, without overlap', () => {
    fc.assert(
      fc.property(chainsWithGrants, fc.constantFrom(...PERMISSIONS), (chain, permission) => {
        const roots = visibleNodeRoots(chain.grants, permission, chain.tree);
        const giving = chain.grants.filter(({ role }) => ROLE_PERMISSIONS[role].includes(permission));
        for (const node of chain.ids) {
          const covering = roots.filter((root) => isBelowOrSelf(chain, node, root));
          const granted = giving.some((grant) => isBelowOrSelf(chain, node, grant.nodeId));
          expect(covering).toHaveLength(granted ? 1 : 0);
        }
      }),
      { numRuns: runs },
    );
  });
});
