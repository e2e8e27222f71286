import type { AddressInfo } from 'node:net';
import { signedIn } from '../testing/client.js';
import { Subscriber, until } from '../testing/subscriber.js';
import { enginesHere } from '../testing/test-app.js';
import { CasePresence } from './case-presence.entity.js';
import { DAY, Desk, does, forAll, refuses, seen, type Caller } from './testing/desk.js';

const SECOND = 1_000;
const PEOPLE = 'id personName';

describe.each(enginesHere())('who has a case open on %s', (engine) => {
  let desk: Desk;
  let caseId: string;
  beforeAll(async () => {
    desk = await Desk.open(engine);
    const order = await desk.sell();
    desk.pass(4 * DAY);
    caseId = (await does(await desk.buyer(order), 'apply', forAll(order))).id;
  });
  afterEach(() => desk.it.database.writer.manager.clear(CasePresence));
  afterAll(() => desk.it.close());

  const attend = async (client: Caller, id = caseId) =>
    client.graphql(`mutation ($id: ID!) { it: attendCase(id: $id) { ${PEOPLE} } }`, { id });
  const there = async (client: Caller) => {
    const { data } = await client.graphql(`query ($id: ID!) { case(id: $id) { colleagues { personName } } }`, { id: caseId });
    return data.case.colleagues.map(({ personName }: { personName: string }) => personName);
  };
  const [manager, clerk, region, auditor] = ['shop1', 'clerk1', 'east', 'finance'].map(
    (name) => () => desk.as(`${name}@example.com` as 'shop1@example.com'),
  ) as [() => Caller, () => Caller, () => Caller, () => Caller];

  it('is told to colleagues, and not to himself', async () => {
    expect((await attend(manager())).data.it).toEqual([]);
    expect((await attend(clerk())).data.it).toMatchObject([{ personName: '王芳' }]);
    expect(await there(manager())).toEqual(['小陈']);
    expect(await there(region())).toEqual(['小陈', '王芳']);
  });

  it('is forgotten within seconds unless he says it again, and at once when he leaves', async () => {
    await attend(manager());
    desk.pass(15 * SECOND);
    await attend(manager());
    desk.pass(15 * SECOND);
    expect(await there(clerk())).toEqual(['王芳']);
    desk.pass(6 * SECOND);
    expect(await there(clerk())).toEqual([]);
    await attend(manager());
    await manager().graphql('mutation ($id: ID!) { leaveCase(id: $id) }', { id: caseId });
    expect(await there(clerk())).toEqual([]);
  });

  it('is one case at a time', async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const other = await does(await desk.buyer(order), 'apply', forAll(order));
    await attend(manager());
    await attend(manager(), other.id);
    expect(await there(clerk())).toEqual([]);
    expect(await desk.it.database.read.count(CasePresence)).toBe(1);
  });

  it('is nobody who could not find the case, and a buyer is told of nobody', async () => {
    expect((await attend(desk.as('shop3@example.com'))).code).toBe('NOT_FOUND');
    await attend(manager());
    const order = await desk.sell();
    expect((await attend(await desk.buyer(order))).code).toBe('FORBIDDEN');
    expect(await there(auditor())).toEqual(['王芳']);
  });

  it('does not lock it: the later answer is refused by its version', async () => {
    const order = await desk.sell();
    desk.pass(4 * DAY);
    const it_ = await does(await desk.buyer(order), 'apply', forAll(order));
    await attend(manager(), it_.id);
    await does(clerk(), 'approve', seen(it_));
    expect(await refuses(manager(), 'reject', { ...seen(it_), reason: '吊牌已拆' })).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('is hinted to open pages of who may see the case', async () => {
    await desk.it.app.listen(0, '127.0.0.1');
    const { port } = desk.it.app.getHttpServer().address() as AddressInfo;
    const opening = { url: `http://127.0.0.1:${String(port)}`, cookie: (await signedIn(desk.it, 'clerk1@example.com')).cookie };
    const page = await new Subscriber(opening, 'subscription { caseChanged { kind caseId } }').ready();
    await attend(manager());
    await attend(manager());
    await until(() => page.told.length > 0);
    expect(page.told.map(({ caseChanged }) => caseChanged)).toEqual([{ kind: 'presence', caseId }]);
    await page.stop();
  });
});
