import { AfterSalesCase, CaseCount } from '../after-sales/case.entity.js';
import { ancestorColumns, ancestorPath } from '../database/ancestors.js';
import { SalesOrder } from '../orders/order.entity.js';
import { type Answer, type Client, signedIn } from '../testing/client.js';
import { east, plantUnits, type Unit, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import { OrgNode, OrgParent } from '../tree/org-node.entity.js';

const chain: Unit = {
  code: 'HQ',
  type: 'headquarters',
  children: [
    east,
    {
      code: 'WEST',
      type: 'region',
      children: [
        { code: 'SHOP3', type: 'store' },
        { code: 'FAR', type: 'region', children: [{ code: 'DEEP', type: 'region' }] },
      ],
    },
    { code: 'SUP', type: 'supplier' },
  ],
};

const paths: Record<string, string[]> = {
  SHOP1: ['HQ', 'EAST', 'MALL', 'SHOP1'],
  SHOP2: ['HQ', 'EAST', 'MALL', 'SHOP2'],
  SHOP3: ['HQ', 'WEST', 'SHOP3'],
};

const columnsOf = (...codes: string[]) => ancestorColumns(codes.map(unitId));
const NODE = 'id version name depth parentId archivedAt successorId path { id name } childCount branchCount allowedActions';
const MOVE = `mutation ($id: ID!, $parentId: ID!, $version: Int!) { node: moveOrgNode(id: $id, parentId: $parentId, version: $version) { ${NODE} } }`;
const ARCHIVE = `mutation ($id: ID!, $successorId: ID, $version: Int!, $along: Boolean) { node: archiveOrgNode(id: $id, successorId: $successorId, version: $version, reason: "closed", along: $along) { ${NODE} } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!) { node: restoreOrgNode(id: $id, version: $version) { ${NODE} } }`;
const CREATE = `mutation ($parentId: ID!, $type: NodeType!, $name: String!, $code: String) { node: createOrgNode(parentId: $parentId, type: $type, name: $name, code: $code) { ${NODE} code since timeZone } }`;

/** An order of this store with an open case, as their features would write them. */
async function plantOrder(it: TestApp, store: string, state: 'APPLIED' | 'REFUNDED' = 'APPLIED'): Promise<void> {
  const place = { nodeId: unitId(store), ...columnsOf(...(paths[store] ?? [])) };
  const id = unitId(`ORDER${store}`);
  const at = Date.UTC(2026, 0, 1);
  await it.database.inTransaction(async (tx) => {
    await tx.insert(SalesOrder, {
      ...place,
      id,
      code: `O${store}`,
      source: 'test',
      externalNo: store,
      buyerRef: 'b',
      buyerName: 'B',
      channel: 'express',
      status: 'delivered',
      currency: 'CNY',
      goodsAmount: 100,
      freightAmount: 0,
      paidAmount: 100,
      placedAt: at,
      paidAt: at,
      contentHash: '',
    });
    await tx.insert(AfterSalesCase, {
      ...place,
      id: unitId(`CASE${store}`),
      code: `C${store}`,
      type: 'RR',
      state,
      orderId: id,
      buyerName: 'B',
      reason: 'changedMind',
      reasonClass: 'expectation',
      currency: 'CNY',
      requestedAmount: 100,
      amountAtRisk: 100,
      queueRank: 1,
      reminders: [],
      facts: {} as AfterSalesCase['facts'],
      freightPayer: 'buyer',
      freightTrace: [],
      appliedAt: at,
    });
    await tx.insert(CaseCount, { ...place, id: unitId(`COUNT${store}`), state, cases: 1 });
  });
}

/** The path that the rows of a store have now, by table. */
async function rowPaths(it: TestApp, store: string): Promise<(string | null)[][]> {
  const rows = await Promise.all(
    [SalesOrder, AfterSalesCase, CaseCount].map((table) =>
      it.database.read.findOneByOrFail(table as typeof CaseCount, { nodeId: unitId(store) }),
    ),
  );
  return rows.map((row) => ancestorPath(row).filter((id) => id !== null));
}

const asIds = (...codes: string[]) => codes.map(unitId);

describe.each(enginesHere())('the organization on %s', (engine) => {
  let it_: TestApp;
  let admin: Client;
  let manager: Client;

  beforeEach(async () => {
    it_ = await createTestApp(engine);
    await plantUnits(it_.database, chain);
    await plantPerson(it_.database, { email: 'hq@example.com', name: '总部', roles: [['operator', 'HQ']] });
    await plantPerson(it_.database, { email: 'east@example.com', roles: [['regionalManager', 'EAST']] });
    admin = await signedIn(it_, 'hq@example.com');
    manager = await signedIn(it_, 'east@example.com');
  });
  afterEach(() => it_.close());

  const versionOf = async (code: string) => (await it_.database.read.findOneByOrFail(OrgNode, { id: unitId(code) })).version;
  const move = async (code: string, parent: string): Promise<Answer> =>
    admin.graphql(MOVE, { id: unitId(code), parentId: unitId(parent), version: await versionOf(code) });
  const archive = async (code: string, successor: string | null = null, along = false): Promise<Answer> =>
    admin.graphql(ARCHIVE, {
      id: unitId(code),
      along,
      successorId: successor === null ? null : unitId(successor),
      version: await versionOf(code),
    });

  it('shows the viewer his own units and nothing above or beside them', async () => {
    const all = await admin.graphql(
      '{ orgNodes(types: [store]) { total items { name branchCount path { name } } } orgNodeChildren { items { name childCount branchCount } } }',
    );
    expect(all.data.orgNodes.total).toBe(3);
    expect(all.data.orgNodeChildren.items).toEqual([{ name: 'headquarters HQ', childCount: 3, branchCount: 3 }]);
    const own = await manager.graphql(
      'query ($west: ID!, $east: ID!) { orgNodes(search: "shop") { total } orgNodeChildren { items { id } } other: orgNode(id: $west) { id } below: orgNodeChildren(parentId: $west) { total } within: orgNodes(within: $west) { total } mine: orgNode(id: $east) { allowedActions } }',
      { west: unitId('WEST'), east: unitId('EAST') },
    );
    expect(own.data).toEqual({
      orgNodes: { total: 2 },
      orgNodeChildren: { items: [{ id: unitId('EAST') }] },
      other: null,
      below: { total: 0 },
      within: { total: 0 },
      mine: { allowedActions: [] },
    });
  });

  it('pages through units by name without losing or repeating one', async () => {
    for (const name of ['乙店', '甲店', '店 10', '店 2', '甲店'])
      await admin.graphql(CREATE, { parentId: unitId('WEST'), type: 'store', name });
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await admin.graphql(
        'query ($id: ID!, $after: String) { page: orgNodeChildren(parentId: $id, page: { first: 2, after: $after }) { total nextCursor items { name } } }',
        { id: unitId('WEST'), after },
      );
      expect(data.page.total).toBe(7);
      seen.push(...data.page.items.map((item: { name: string }) => item.name));
      after = data.page.nextCursor;
    } while (after !== null);
    expect(seen).toHaveLength(7);
    expect(seen.indexOf('店 2')).toBeLessThan(seen.indexOf('店 10'));
    expect(seen.filter((name) => name === '甲店')).toHaveLength(2);
  });

  it('creates a unit where its type may stand, and says what may stand there otherwise', async () => {
    const made = await admin.graphql(CREATE, { parentId: unitId('MALL'), type: 'store', name: ' 静安嘉里店 ', code: 'SH-007' });
    expect(made.data.node).toMatchObject({ name: '静安嘉里店', code: 'SH-007', depth: 3, timeZone: 'Asia/Shanghai' });
    expect(made.data.node.path.map((at: { name: string }) => at.name)).toEqual([
      'headquarters HQ',
      'region EAST',
      'mall MALL',
      '静安嘉里店',
    ]);
    expect(await it_.database.read.findBy(OrgParent, { nodeId: made.data.node.id })).toMatchObject([
      { parentId: unitId('MALL'), to: null },
    ]);
    const wrong = await admin.graphql(CREATE, { parentId: unitId('MALL'), type: 'region', name: 'x' });
    expect(wrong.errors[0]?.extensions).toMatchObject({ code: 'TYPE_NOT_ALLOWED', allowed: ['store'] });
    expect((await admin.graphql(CREATE, { parentId: unitId('EAST'), type: 'store', name: 'x', code: 'SH-007' })).code).toBe(
      'CODE_TAKEN',
    );
    expect(
      (await admin.graphql(CREATE, { parentId: unitId('EAST'), type: 'store', name: '  ' })).errors[0]?.extensions,
    ).toMatchObject({ code: 'BAD_INPUT', field: 'name' });
    expect((await manager.graphql(CREATE, { parentId: unitId('EAST'), type: 'store', name: 'x' })).code).toBe('FORBIDDEN');
  });

  it('refuses a rename that was based on an older version and says what happened meanwhile', async () => {
    const rename = 'mutation ($id: ID!, $name: String!) { renameOrgNode(id: $id, name: $name, version: 1) { name version } }';
    const first = await admin.graphql(rename, { id: unitId('EAST'), name: '华东' });
    expect(first.data.renameOrgNode).toEqual({ name: '华东', version: 2 });
    const second = await admin.graphql(rename, { id: unitId('EAST'), name: '华东区' });
    expect(second.errors[0]?.extensions).toMatchObject({
      code: 'STALE_VERSION',
      details: { seen: 1, now: 2, meanwhile: [{ actorName: '总部', action: 'orgNode.rename' }] },
    });
  });

  it('moves a subtree with its orders, cases and counts, both deeper and higher, and remembers the way', async () => {
    await plantOrder(it_, 'SHOP1');
    await plantOrder(it_, 'SHOP3');
    const deeper = await move('MALL', 'DEEP');
    expect(deeper.data.node).toMatchObject({ depth: 4, branchCount: 2 });
    for (const path of await rowPaths(it_, 'SHOP1')) expect(path).toEqual(asIds('HQ', 'WEST', 'FAR', 'DEEP', 'MALL', 'SHOP1'));
    for (const path of await rowPaths(it_, 'SHOP3')) expect(path).toEqual(asIds('HQ', 'WEST', 'SHOP3'));
    const shop = await it_.database.read.findOneByOrFail(OrgNode, { id: unitId('SHOP2') });
    expect([shop.depth, ancestorPath(shop).filter(Boolean)]).toEqual([5, asIds('HQ', 'WEST', 'FAR', 'DEEP', 'MALL', 'SHOP2')]);
    await move('MALL', 'WEST');
    for (const path of await rowPaths(it_, 'SHOP1')) expect(path).toEqual(asIds('HQ', 'WEST', 'MALL', 'SHOP1'));
    const history = await it_.database.read.find(OrgParent, {
      where: { nodeId: unitId('MALL') },
      order: { from: 'ASC', id: 'ASC' },
    });
    expect(history.map((row) => row.parentId)).toEqual(asIds('EAST', 'DEEP', 'WEST'));
    expect(history.map((row) => row.to === null)).toEqual([false, false, true]);
  });

  it('says who is affected by a move, and why it would be refused', async () => {
    await plantOrder(it_, 'SHOP1');
    await plantOrder(it_, 'SHOP2', 'REFUNDED');
    await plantPerson(it_.database, {
      email: 'shop@example.com',
      roles: [
        ['storeManager', 'SHOP1'],
        ['storeStaff', 'SHOP2'],
      ],
    });
    const preview =
      'query ($id: ID!, $parentId: ID!) { previewMove(id: $id, parentId: $parentId) { branches people openCases problems { code nodeName allowed } } }';
    const fine = await admin.graphql(preview, { id: unitId('EAST'), parentId: unitId('FAR') });
    expect(fine.data.previewMove).toEqual({ branches: 2, people: 2, openCases: 1, problems: [] });
    const ring = await admin.graphql(preview, { id: unitId('WEST'), parentId: unitId('DEEP') });
    expect(ring.data.previewMove.problems.map((it: { code: string }) => it.code)).toContain('CYCLE');
    const type = await admin.graphql(preview, { id: unitId('SUP'), parentId: unitId('EAST') });
    expect(type.data.previewMove.problems).toEqual([
      { code: 'TYPE_NOT_ALLOWED', nodeName: 'supplier SUP', allowed: ['region', 'mall', 'store', 'partner'] },
    ]);
    await archive('SHOP3');
    const archived = await admin.graphql(preview, { id: unitId('SHOP3'), parentId: unitId('EAST') });
    expect(archived.data.previewMove.problems).toMatchObject([{ code: 'ALREADY_ARCHIVED' }]);
    expect((await move('SHOP3', 'EAST')).code).toBe('ALREADY_ARCHIVED');
  });

  it('archives what only holds archived stores, whatever orders came in for those since', async () => {
    await archive('SHOP1');
    await archive('SHOP2');
    await plantOrder(it_, 'SHOP1');
    const preview = await admin.graphql('query ($id: ID!) { previewArchive(id: $id) { problems { code } } }', {
      id: unitId('MALL'),
    });
    expect(preview.data.previewArchive.problems).toEqual([]);
    expect((await archive('MALL')).code).toBeNull();
  });

  it('refuses a ring, also where two moves that would close it together come at once', async () => {
    expect((await move('WEST', 'DEEP')).code).toBe('CYCLE');
    const [a, b] = await Promise.all([move('EAST', 'FAR'), move('WEST', 'EAST')]);
    expect([a.code, b.code].sort()).toEqual(['CYCLE', null].sort());
    const { data } = await admin.graphql('{ orgNodes { total } }');
    expect(data.orgNodes.total).toBe(10);
  });

  it('refuses to archive what has active units below, and lists them', async () => {
    const refused = await archive('MALL');
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'ACTIVE_CHILDREN', details: { count: 2 } });
    expect(refused.errors[0]?.extensions['details'].units.map((unit: { name: string }) => unit.name)).toEqual([
      'store SHOP1',
      'store SHOP2',
    ]);
  });

  it('hands an archived store over to its successor, who keeps what it got through a move, and gives it back on restoring', async () => {
    await plantOrder(it_, 'SHOP1');
    const preview = await admin.graphql('query ($id: ID!) { previewArchive(id: $id) { openCases problems { code } } }', {
      id: unitId('SHOP1'),
    });
    expect(preview.data.previewArchive).toEqual({ openCases: 1, problems: [{ code: 'SUCCESSOR_REQUIRED' }] });
    expect((await archive('SHOP1')).code).toBe('SUCCESSOR_REQUIRED');
    expect((await archive('SHOP1', 'SHOP1')).code).toBe('SUCCESSOR_UNFIT');
    expect((await archive('SHOP1', 'WEST')).code).toBe('SUCCESSOR_UNFIT');
    const done = await archive('SHOP1', 'SHOP3');
    expect(done.data.node).toMatchObject({ successorId: unitId('SHOP3'), allowedActions: ['orgNode.restore'] });
    for (const path of await rowPaths(it_, 'SHOP1')) expect(path).toEqual(asIds('HQ', 'WEST', 'SHOP3'));
    await move('SHOP3', 'FAR');
    for (const path of await rowPaths(it_, 'SHOP1')) expect(path).toEqual(asIds('HQ', 'WEST', 'FAR', 'SHOP3'));
    const again = await archive('SHOP3', 'SHOP2');
    expect(again.code).toBeNull();
    for (const path of await rowPaths(it_, 'SHOP1')) expect(path).toEqual(asIds('HQ', 'EAST', 'MALL', 'SHOP2'));
    const back = await admin.graphql(RESTORE, { id: unitId('SHOP1'), version: await versionOf('SHOP1') });
    expect(back.data.node).toMatchObject({ archivedAt: null, successorId: null });
    for (const path of await rowPaths(it_, 'SHOP1')) expect(path).toEqual(asIds('HQ', 'EAST', 'MALL', 'SHOP1'));
  });

  it('archives what is below along, each store handed over to one that stays', async () => {
    await plantOrder(it_, 'SHOP1');
    const preview = await admin.graphql(
      'query ($id: ID!) { previewArchive(id: $id, along: true) { branches openCases problems { code nodeId } } }',
      { id: unitId('EAST') },
    );
    expect(preview.data.previewArchive).toMatchObject({
      openCases: 1,
      problems: [{ code: 'SUCCESSOR_REQUIRED', nodeId: unitId('SHOP1') }],
    });
    expect((await archive('EAST', null, true)).code).toBe('SUCCESSOR_REQUIRED');
    expect((await archive('EAST', 'SHOP2', true)).code).toBe('SUCCESSOR_UNFIT');
    expect((await archive('EAST', 'SHOP3', true)).data.node).toMatchObject({ successorId: null });
    const left = await it_.database.read.find(OrgNode, { order: { id: 'ASC' } });
    const gone = left.filter(({ archivedAt }) => archivedAt !== null).map(({ code, successorId }) => [code, successorId]);
    expect(Object.fromEntries(gone)).toMatchObject({ EAST: null, MALL: null, SHOP1: unitId('SHOP3'), SHOP2: unitId('SHOP3') });
    expect(left.find(({ code }) => code === 'WEST')?.archivedAt).toBeNull();
    for (const path of await rowPaths(it_, 'SHOP1')) expect(path).toEqual(asIds('HQ', 'WEST', 'SHOP3'));
  });

  it('archives and restores a store without orders, and nothing below an archived unit comes back alone', async () => {
    await archive('SHOP1');
    await archive('SHOP2');
    expect((await archive('MALL')).code).toBeNull();
    const hidden = await admin.graphql(
      'query ($id: ID!) { shown: orgNodeChildren(parentId: $id) { total } all: orgNodeChildren(parentId: $id, includeArchived: true) { total } }',
      { id: unitId('MALL') },
    );
    expect(hidden.data).toEqual({ shown: { total: 0 }, all: { total: 2 } });
    const alone = await admin.graphql(RESTORE, { id: unitId('SHOP1'), version: 2 });
    expect(alone.code).toBe('PARENT_ARCHIVED');
    expect((await admin.graphql(CREATE, { parentId: unitId('MALL'), type: 'store', name: 'x' })).code).toBe('PARENT_ARCHIVED');
  });
});
