import { nodeId } from '@headwater/org-tree';
import { nextEpoch } from '../database/epoch.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { createTestDatabase, enginesHere, type TestDatabase } from '../testing/test-app.js';
import { OrgNode } from './org-node.entity.js';
import { TreeService } from './tree.service.js';

describe.each(enginesHere())('the tree on %s', (engine) => {
  let it_: TestDatabase;
  let trees: TreeService;

  beforeEach(async () => {
    it_ = await createTestDatabase(engine);
    trees = new TreeService(it_.database);
  });
  afterEach(() => it_.close());

  const rename = (code: string, name: string) =>
    it_.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, 1);
      await tx.update(OrgNode, unitId(code), { name, epoch });
    });

  it('says so while there is none', async () => {
    await expect(trees.current()).rejects.toMatchObject({ code: 'NO_ORGANIZATION' });
    expect(() => trees.snapshot).toThrow();
  });

  it('knows names, paths and ancestors without a query', async () => {
    await plantUnits(it_.database, smallChain);
    const snapshot = await trees.current();
    expect(snapshot.path(unitId('SHOP1')).map(({ code }) => code)).toEqual(['HQ', 'EAST', 'MALL', 'SHOP1']);
    expect(snapshot.rowAt(unitId('EAST')).ancestors).toEqual([
      unitId('HQ'),
      unitId('EAST'),
      ...Array.from({ length: 7 }, () => null),
    ]);
    expect(snapshot.node(unitId('SHOP1'))).toMatchObject({
      name: 'store SHOP1',
      type: 'store',
      depth: 3,
      parentId: unitId('MALL'),
    });
    expect(snapshot.root.code).toBe('HQ');
    expect([snapshot.childCount(unitId('HQ')), snapshot.branchCount(unitId('HQ')), snapshot.branchCount(unitId('MALL'))]).toEqual(
      [2, 3, 2],
    );
    expect(snapshot.path(unitId('NOWHERE'))).toEqual([]);
    expect(snapshot.rowAt(unitId('NOWHERE')).ancestors.every((ancestor) => ancestor === null)).toBe(true);
  });

  it('stays the very same while nothing moves, and keeps its units when only rules do', async () => {
    await plantUnits(it_.database, smallChain);
    const first = await trees.current();
    expect(await trees.current()).toBe(first);
    await it_.database.inTransaction((tx) => nextEpoch(tx, 1));
    const second = await trees.current();
    expect(second.epoch).toBe(first.epoch + 1);
    expect(second.tree).toBe(first.tree);
  });

  it('follows what another instance wrote, and leaves old snapshots as they were', async () => {
    await plantUnits(it_.database, smallChain);
    const before = await trees.current();
    await rename('SHOP1', '人民广场店');
    const after = await trees.current();
    expect(after.require(unitId('SHOP1')).name).toBe('人民广场店');
    expect(before.require(unitId('SHOP1')).name).toBe('store SHOP1');
    expect(trees.snapshot).toBe(after);
  });

  it('shows a transaction its own changes, and nobody else before the commit', async () => {
    await plantUnits(it_.database, smallChain);
    await trees.current();
    const rollback = new Error('undo');
    const work = it_.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, 1);
      await tx.update(OrgNode, unitId('SHOP1'), { parentId: unitId('WEST'), epoch });
      expect((await trees.fresh(tx)).pathOf(nodeId(unitId('SHOP1')))).toContain(unitId('WEST'));
      expect((await trees.current()).pathOf(nodeId(unitId('SHOP1')))).toContain(unitId('MALL'));
      throw rollback;
    });
    await expect(work).rejects.toBe(rollback);
    expect((await trees.current()).pathOf(nodeId(unitId('SHOP1')))).toContain(unitId('MALL'));
  });

  it('counts no archived branch, nor one under an archived mall', async () => {
    await plantUnits(it_.database, smallChain);
    await it_.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, 1);
      await tx.update(OrgNode, unitId('MALL'), { archivedAt: 5, epoch });
    });
    const snapshot = await trees.current();
    expect([snapshot.branchCount(unitId('HQ')), snapshot.childCount(unitId('EAST'))]).toEqual([1, 0]);
  });

  it('never goes back when reads end in another order than they began', async () => {
    await plantUnits(it_.database, smallChain);
    await trees.current();
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([trees.current(), rename('SHOP2', `name ${String(round)}`), trees.current(), trees.current()]);
      expect((await trees.current()).require(unitId('SHOP2')).name).toBe(`name ${String(round)}`);
    }
  });
});

describe('a tree of 100,000 units', () => {
  it('is read once in seconds, and follows a change in a fraction of one', async () => {
    const it_ = await createTestDatabase('sqlite');
    const stores = Array.from({ length: 1000 }, (_, store) => store);
    await plantUnits(it_.database, { code: 'HQ', type: 'headquarters' });
    const head = `INSERT INTO org_node (id, parent_id, depth, type, code, name, time_zone, since, epoch, version, a0, a1, a2) VALUES `;
    await it_.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, 1);
      const insert = (rows: readonly string[]) => tx.query(head + rows.join(', '));
      const row = (code: string, parent: string, type: string, path: readonly string[]) =>
        `('${unitId(code)}', '${parent}', ${path.length - 1}, '${type}', '${code}', '${code}', 'Asia/Shanghai', 0, ${epoch}, 1, ${[
          0, 1, 2,
        ]
          .map((level) => (path[level] ? `'${path[level]}'` : 'NULL'))
          .join(', ')})`;
      for (let region = 0; region < 100; region += 1) {
        const [hq, id] = [unitId('HQ'), unitId(`R${String(region)}X`)];
        await insert([row(`R${String(region)}X`, hq, 'region', [hq, id])]);
        await insert(
          stores
            .map((store) => `S${String(region)}S${String(store)}`)
            .map((code) => row(code, id, 'store', [hq, id, unitId(code)])),
        );
      }
    });
    const trees = new TreeService(it_.database);
    const timed = async () => {
      const since = performance.now();
      const snapshot = await trees.current();
      return { snapshot, took: performance.now() - since };
    };
    const first = await timed();
    expect(first.snapshot.tree.size).toBe(100_101);
    expect(first.snapshot.branchCount(unitId('HQ'))).toBe(100_000);
    expect(first.took).toBeLessThan(10_000);
    await it_.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, 1);
      await tx.update(OrgNode, unitId('S5S5'), { name: '新店名', epoch });
    });
    const second = await timed();
    expect(second.snapshot.require(unitId('S5S5')).name).toBe('新店名');
    expect(second.took).toBeLessThan(2000);
    expect((await timed()).took).toBeLessThan(100);
    await it_.close();
  });
});
