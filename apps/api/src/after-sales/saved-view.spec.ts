import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { SavedView } from './saved-view.entity.js';
import { DAY, Desk, does, forAll, HOUR, type Caller } from './testing/desk.js';

const VIEW = 'id name view type reasonClass dueWithin sort ownerName version count hasMore allowedActions node { id }';
const operations = {
  list: `query ($within: ID) { it: savedViews(within: $within) { ${VIEW} } }`,
  create: `mutation ($input: SavedViewInput!) { it: createSavedView(input: $input) { ${VIEW} } }`,
  update: `mutation ($id: ID!, $version: Int!, $input: SavedViewInput!) { it: updateSavedView(id: $id, version: $version, input: $input) { ${VIEW} } }`,
  remove: `mutation ($id: ID!) { it: removeSavedView(id: $id) }`,
} as const;

describe.each(enginesHere())('views of the queue that people keep on %s', (engine) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterEach(() => desk.it.database.writer.manager.clear(SavedView));
  afterAll(() => desk.it.close());

  const ask = async (client: Caller, operation: keyof typeof operations, variables: object = {}): Promise<Loose> => {
    const { data, errors } = await client.graphql(operations[operation], { ...variables });
    return errors.length > 0 ? { refused: errors[0]?.extensions } : data.it;
  };
  const input = (more: object = {}) => ({ name: '质量问题', view: 'toDo', reasonClass: 'quality', sort: 'deadline', ...more });
  const keep = (client: Caller, more: object = {}) => ask(client, 'create', { input: input(more) });
  const names = async (client: Caller) => (await ask(client, 'list')).map(({ name }: Loose) => name);
  const manager = () => desk.as('shop1@example.com');
  const clerk = () => desk.as('clerk1@example.com');
  const other = () => desk.as('shop3@example.com');
  const region = () => desk.as('east@example.com');
  const applied = async (reason: string, store = 'SHOP1') => {
    const order = await desk.sell({ store });
    desk.pass(4 * DAY);
    const link = await desk.buyer(order, store === 'SHOP1' ? 'shop1@example.com' : 'shop3@example.com');
    return does(link, 'apply', forAll(order, { reason }));
  };

  it('are the keeper’s alone, with the filters they were kept with', async () => {
    const view = await keep(manager(), { type: 'RR', dueWithin: 24, sort: 'amount' });
    expect(view).toMatchObject({
      name: '质量问题',
      view: 'toDo',
      type: 'RR',
      reasonClass: 'quality',
      dueWithin: 24,
      sort: 'amount',
    });
    expect(await ask(manager(), 'list')).toMatchObject([
      { id: view.id, ownerName: '王芳', allowedActions: ['update', 'remove'] },
    ]);
    expect(await names(clerk())).toEqual([]);
  });

  it('are shared with a unit and those below, and changed by the keeper alone', async () => {
    const view = await keep(region(), { name: '华东质量', nodeId: unitId('EAST') });
    expect(await names(clerk())).toEqual(['华东质量']);
    expect((await ask(clerk(), 'list'))[0]).toMatchObject({
      ownerName: '李娜',
      node: { id: unitId('EAST') },
      allowedActions: [],
    });
    const change = { id: view.id, version: view.version, input: input({ name: '改名' }) };
    expect((await ask(clerk(), 'update', change)).refused).toMatchObject({ code: 'NOT_FOUND' });
    expect((await ask(clerk(), 'remove', { id: view.id })).refused).toMatchObject({ code: 'NOT_FOUND' });
    expect((await keep(manager(), { nodeId: unitId('SHOP3') })).refused).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('of one store are not those of another', async () => {
    await keep(manager(), { name: '一店', nodeId: unitId('SHOP1') });
    expect(await names(clerk())).toEqual(['一店']);
    expect(await names(other())).toEqual([]);
  });

  it('change by version, and go', async () => {
    const view = await keep(manager());
    const changed = await ask(manager(), 'update', { id: view.id, version: 1, input: input({ name: '质量' }) });
    expect(changed).toMatchObject({ name: '质量', version: 2 });
    expect((await ask(manager(), 'update', { id: view.id, version: 1, input: input() })).refused).toMatchObject({
      code: 'STALE_VERSION',
    });
    await ask(manager(), 'remove', { id: view.id });
    expect(await names(manager())).toEqual([]);
  });

  it('count what their lists show, live and within the unit that is looked at', async () => {
    const hq = () => desk.as('op@example.com');
    const kept = Number((await keep(hq())).count);
    await applied('manufacturingDefect');
    await applied('unfit');
    await applied('manufacturingDefect', 'SHOP3');
    const count = async (within: string | null) => (await ask(hq(), 'list', { within }))[0].count;
    const list = await hq().graphql('{ it: cases(filter: { view: "toDo", reasonClass: "quality" }) { items { id } } }');
    expect([await count(null), await count(unitId('SHOP1'))]).toEqual([kept + 2, 1]);
    expect(list.data.it.items).toHaveLength(kept + 2);
  });

  it('narrow by the deadline, what is overdue included', async () => {
    await applied('unfit');
    const list = async (dueWithin: number): Promise<number[]> => {
      const filter = { view: 'toDo', dueWithin };
      const { data } = await manager().graphql(
        'query ($filter: CaseFilter) { it: cases(filter: $filter) { items { deadline { at } } } }',
        { filter },
      );
      return data.it.items.map(({ deadline }: Loose) => Date.parse(deadline.at));
    };
    const [soon, later] = [await list(1), await list(24 * 30)];
    expect([...soon, ...later].every((at) => at < desk.now + 24 * 30 * HOUR)).toBe(true);
    expect(soon.every((at) => at < desk.now + 2 * HOUR)).toBe(true);
    expect(later.length).toBeGreaterThan(soon.length);
    for (const [hours, rows] of [
      [1, soon],
      [24 * 30, later],
    ] as const)
      expect(await keep(manager(), { reasonClass: null, dueWithin: hours })).toMatchObject({
        count: rows.length,
        hasMore: false,
      });
  });

  it('are refused with the field and what is allowed', async () => {
    const refused = async (more: object) => (await keep(manager(), more)).refused;
    expect(await refused({ name: ' ' })).toMatchObject({ code: 'BAD_INPUT', field: 'name' });
    expect(await refused({ name: 'x'.repeat(61) })).toMatchObject({ field: 'name', allowed: { max: 60 } });
    expect(await refused({ view: 'nothing' })).toMatchObject({ field: 'filter.view' });
    expect(await refused({ reasonClass: 'mood' })).toMatchObject({ field: 'reasonClass' });
    expect(await refused({ dueWithin: 0 })).toMatchObject({ field: 'dueWithin', allowed: { min: 1 } });
    for (let each = 0; each < 20; each += 1) await keep(manager());
    expect(await refused({})).toMatchObject({ field: 'name', allowed: { max: 20 } });
    expect(await names(manager())).toHaveLength(20);
  });
});
