import { buildTree } from './build.js';
import { checkArchive, checkCreate, checkMove, checkRestore, checkTree } from './checks.js';
import { childTypesOf, isBranch, mayStandUnder } from './type-matrix.js';
import { nodeId, nodeTypes } from './types.js';
import type { NodeType, TreeNode } from './types.js';

const unit = (id: string, parentId: string | null, type: NodeType, archivedAt: number | null = null): TreeNode => ({
  ...{ id: nodeId(id), parentId: parentId === null ? null : nodeId(parentId), type, archivedAt },
});

const regions = Array.from({ length: 8 }, (_, at) => unit(`r${at + 1}`, at === 0 ? 'hq' : `r${at}`, 'region'));

const tree = buildTree([
  unit('hq', null, 'headquarters'),
  ...regions,
  unit('mall', 'r1', 'mall'),
  unit('s1', 'mall', 'store'),
  unit('s2', 'mall', 'store', 10),
  unit('old', 'r1', 'region', 10),
  unit('tall', 'hq', 'region'),
  unit('tallMall', 'tall', 'mall'),
  unit('tallStore', 'tallMall', 'store'),
  unit('supplier', 'hq', 'supplier'),
]);
const id = nodeId;

describe('the type matrix', () => {
  it('lets HQ hold regions, malls, suppliers and partners, regions what sells below them, malls and partners stores', () => {
    const pairs = nodeTypes.flatMap((parent) =>
      nodeTypes.filter((child) => mayStandUnder(child, parent)).map((child) => `${parent}>${child}`),
    );
    expect(pairs.sort()).toEqual(
      [
        ...['headquarters>region', 'headquarters>mall', 'headquarters>supplier', 'headquarters>partner'],
        ...['region>region', 'region>mall', 'region>store', 'region>partner', 'mall>store', 'partner>store'],
      ].sort(),
    );
    expect(childTypesOf('mall')).toEqual(['store']);
  });

  it('takes only a store as a branch', () => {
    expect(nodeTypes.filter(isBranch)).toEqual(['store']);
  });
});

describe('creating a unit', () => {
  it('is fine where its type may stand', () => {
    expect(checkCreate(tree, id('r1'), 'store')).toEqual([]);
  });

  it('is refused under a type that may not hold it, with the types that would do', () => {
    expect(checkCreate(tree, id('mall'), 'region')).toEqual([
      { code: 'TYPE_NOT_ALLOWED', nodeIds: ['mall'], allowed: ['store'] },
    ]);
  });

  it('is fine on the eighth level and refused on the ninth', () => {
    expect(checkCreate(tree, id('r7'), 'store')).toEqual([]);
    expect(checkCreate(tree, id('r8'), 'store')).toEqual([{ code: 'TOO_DEEP', nodeIds: ['r8'], allowed: 8 }]);
  });

  it('is refused under an archived or unknown parent', () => {
    expect(checkCreate(tree, id('old'), 'store')).toEqual([{ code: 'PARENT_ARCHIVED', nodeIds: ['old'] }]);
    expect(checkCreate(tree, id('ghost'), 'store')).toEqual([{ code: 'UNKNOWN_PARENT', nodeIds: ['ghost'] }]);
  });
});

describe('moving a unit', () => {
  it('is fine to a parent that may hold it', () => {
    expect(checkMove(tree, id('mall'), id('tall'))).toEqual([]);
  });

  it('is refused under itself or under one below it', () => {
    expect(checkMove(tree, id('r1'), id('r1'))).toMatchObject([{ code: 'CYCLE' }]);
    expect(checkMove(tree, id('r1'), id('r3'))).toMatchObject([{ code: 'CYCLE', nodeIds: ['r1', 'r3'] }]);
  });

  it('counts the levels that come along', () => {
    expect(checkMove(tree, id('tall'), id('r5'))).toEqual([]);
    expect(checkMove(tree, id('tall'), id('r6'))).toEqual([{ code: 'TOO_DEEP', nodeIds: ['tall'], allowed: 8 }]);
  });

  it('is refused for the root and an archived unit, under archived parents, and against the matrix', () => {
    expect(checkMove(tree, id('hq'), id('r1'))).toEqual([{ code: 'ROOT_IS_FIXED', nodeIds: ['hq'] }]);
    expect(checkMove(tree, id('s1'), id('old'))).toEqual([{ code: 'PARENT_ARCHIVED', nodeIds: ['old'] }]);
    expect(checkMove(tree, id('s2'), id('r1'))).toEqual([{ code: 'ALREADY_ARCHIVED', nodeIds: ['s2'] }]);
    expect(checkMove(tree, id('s1'), id('supplier'))).toEqual([{ code: 'TYPE_NOT_ALLOWED', nodeIds: ['s1'], allowed: [] }]);
    expect(checkMove(tree, id('ghost'), id('hq'))).toEqual([{ code: 'UNKNOWN_NODE', nodeIds: ['ghost'] }]);
    expect(checkMove(tree, id('s1'), id('ghost'))).toEqual([{ code: 'UNKNOWN_PARENT', nodeIds: ['ghost'] }]);
  });
});

describe('archiving a unit', () => {
  it('is refused while children are active, and names them', () => {
    expect(checkArchive(tree, id('tall'))).toEqual([{ code: 'HAS_ACTIVE_CHILDREN', nodeIds: ['tallMall', 'tallStore'] }]);
  });

  it('is fine where its children are archived already or go along', () => {
    expect(checkArchive(tree, id('s1'))).toEqual([]);
    expect(checkArchive(tree, id('mall'), new Set([id('s1')]))).toEqual([]);
  });

  it('is refused for the root, an archived unit and an unknown one', () => {
    expect(checkArchive(tree, id('hq'))).toEqual([{ code: 'ROOT_IS_FIXED', nodeIds: ['hq'] }]);
    expect(checkArchive(tree, id('s2'))).toEqual([{ code: 'ALREADY_ARCHIVED', nodeIds: ['s2'] }]);
    expect(checkArchive(tree, id('ghost'))).toEqual([{ code: 'UNKNOWN_NODE', nodeIds: ['ghost'] }]);
  });
});

describe('restoring a unit', () => {
  it('is fine under an active parent', () => {
    expect(checkRestore(tree, id('s2'))).toEqual([]);
  });

  it('is refused under an archived parent, and for units that are active or unknown', () => {
    const nested = buildTree([unit('hq', null, 'headquarters'), unit('r', 'hq', 'region', 5), unit('s', 'r', 'store', 5)]);
    expect(checkRestore(nested, id('s'))).toEqual([{ code: 'PARENT_ARCHIVED', nodeIds: ['r'] }]);
    expect(checkRestore(tree, id('s1'))).toEqual([{ code: 'NOT_ARCHIVED', nodeIds: ['s1'] }]);
    expect(checkRestore(tree, id('ghost'))).toEqual([{ code: 'UNKNOWN_NODE', nodeIds: ['ghost'] }]);
  });
});

describe('checking a whole tree', () => {
  it('finds nothing in one that was built by the rules', () => {
    expect(checkTree(tree)).toEqual([]);
  });

  it('names every unit that stands where it may not', () => {
    const wrong = buildTree([unit('hq', null, 'headquarters'), unit('s', 'hq', 'store'), ...regions, unit('r9', 'r8', 'region')]);
    expect(checkTree(wrong)).toEqual([
      { code: 'TYPE_NOT_ALLOWED', nodeIds: ['s'], allowed: ['region', 'mall', 'supplier', 'partner'] },
      { code: 'TOO_DEEP', nodeIds: ['r9'], allowed: 8 },
    ]);
  });
});
