import type { AddressInfo } from 'node:net';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RoleGrant, Session } from '../auth/person.entity.js';
import { LiveConnections } from '../live/live-connections.service.js';
import { Client, signedIn } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { hasRedis, startRedis } from '../testing/redis.js';
import { Subscriber, until } from '../testing/subscriber.js';
import { enginesHere } from '../testing/test-app.js';
import { anotherProcess } from './testing/another-process.js';
import { DAY, Desk, does, forAll, seen, type SoldOrder, type StaffEmail } from './testing/desk.js';

const HINT = 'kind caseId version state verb';
const CHANGES = `subscription ($within: ID) { caseChanged(within: $within) { ${HINT} } }`;

const portOf = (app: NestFastifyApplication) => (app.getHttpServer().address() as AddressInfo).port;
const urlOf = (app: NestFastifyApplication) => `http://127.0.0.1:${String(portOf(app))}`;

/** Answers, but looks at nothing by itself: its pollers wait for the product to listen. */
async function answering(app: NestFastifyApplication): Promise<NestFastifyApplication> {
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  await new Promise<void>((resolve) => void app.getHttpServer().listen(0, '127.0.0.1', resolve));
  return app;
}

describe.each(enginesHere())('what pages are told of cases on %s', (engine) => {
  let desk: Desk;
  let url: string;
  const open: Subscriber[] = [];
  beforeAll(async () => {
    desk = await Desk.open(engine);
    await desk.it.app.listen(0, '127.0.0.1');
    url = urlOf(desk.it.app);
  });
  afterEach(async () => {
    for (const each of open.splice(0)) await each.stop();
  });
  afterAll(() => desk.it.close());

  const cookieOf = async (email: StaffEmail) => (await signedIn(desk.it, email)).cookie;
  const listen = (at: string, opening: object, query = CHANGES, variables = {}) => {
    const subscriber = new Subscriber({ url: at, ...opening }, query, variables);
    open.push(subscriber);
    return subscriber;
  };
  const listenAs = async (email: StaffEmail, variables = {}, at = url) =>
    listen(at, { cookie: await cookieOf(email) }, CHANGES, variables).ready();
  /** What people did: the clocks of earlier cases ring meanwhile, each test passes days. */
  const hints = ({ told }: Subscriber) => told.map(({ caseChanged }) => caseChanged).filter(({ verb }) => verb !== 'timeout');
  let sold: SoldOrder;
  const applied = async (store = 'SHOP1') => {
    sold = await desk.sell({ store });
    desk.pass(4 * DAY);
    const manager = store === 'SHOP1' ? 'shop1@example.com' : 'shop3@example.com';
    return does(await desk.buyer(sold, manager), 'apply', forAll(sold));
  };

  it('is that a case came, and each step of it, once', async () => {
    const page = await listenAs('clerk1@example.com');
    const it_ = await applied();
    await until(() => hints(page).length === 1);
    await does(desk.as('shop1@example.com'), 'approve', seen(it_));
    await until(() => hints(page).length === 2);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(hints(page)).toEqual([
      { kind: 'applied', caseId: it_.id, version: 1, state: 'APPLIED', verb: 'apply' },
      { kind: 'moved', caseId: it_.id, version: 2, state: 'AWAIT_RETURN', verb: 'approve' },
    ]);
  });

  it('is nothing of other stores, nor from outside the unit that is looked at', async () => {
    const [other, region, there] = [
      await listenAs('shop3@example.com'),
      await listenAs('east@example.com', { within: unitId('SHOP1') }),
      await listenAs('shop1@example.com'),
    ];
    const foreign = await applied('SHOP3');
    const own = await applied('SHOP1');
    await until(() => hints(there).length === 1 && hints(region).length === 1 && hints(other).length === 1);
    expect(hints(other)).toMatchObject([{ caseId: foreign.id }]);
    for (const page of [region, there]) expect(hints(page)).toMatchObject([{ caseId: own.id }]);
  });

  it('is refused for a unit that is not within reach', async () => {
    const page = await listenAs('shop1@example.com', { within: unitId('SHOP3') });
    await until(() => page.errors.length > 0);
    expect(page.errors[0]).toMatchObject({ extensions: { code: 'NOT_FOUND' } });
  });

  it('is nothing to who is not signed in, or comes from a page of somebody else', async () => {
    const cookie = await cookieOf('shop1@example.com');
    const pages = [
      listen(url, {}),
      listen(url, { cookie, origin: null }),
      listen(url, { cookie, origin: 'https://evil.example' }),
      listen(url, { cookie: 'headwater=made-up' }),
    ];
    await until(() => pages.every(({ ended }) => ended !== null));
    await applied();
    expect(pages.flatMap(hints)).toEqual([]);
  });

  it('does not go by a query or a mutation on that connection, nor a subscription by HTTP', async () => {
    const cookie = await cookieOf('shop1@example.com');
    const pages = [
      listen(url, { cookie }, '{ viewer { id } }'),
      listen(url, { cookie }, `mutation { signOut }`),
      listen(
        url,
        { cookie },
        `subscription { ${Array.from({ length: 99 }, (_, n) => `a${String(n)}: caseChanged { kind }`).join(' ')} }`,
      ),
    ];
    await until(() => pages.every(({ errors }) => errors.length > 0));
    for (const { errors } of pages) expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
    for (const client of [await signedIn(desk.it, 'shop1@example.com'), new Client(desk.it)])
      expect((await client.graphql('subscription { caseChanged { kind } }')).code).toBe('BAD_REQUEST');
  });

  it('ends with the session', async () => {
    const page = await listenAs('shop1@example.com');
    const other = await listenAs('east@example.com');
    const [first] = await desk.it.database.read.find(Session, { order: { createdAt: 'DESC', id: 'DESC' }, skip: 1, take: 1 });
    await desk.it.database.writer.manager.delete(Session, { id: first?.id });
    await desk.it.app.get(LiveConnections, { strict: false }).recheck();
    await until(() => page.ended !== null);
    expect([page.ended, other.ended]).toEqual([4401, null]);
  });

  it('ends with the role', async () => {
    const page = await listenAs('clerk1@example.com');
    const grants = desk.it.database.writer.manager.getRepository(RoleGrant);
    const role = await grants.findOneByOrFail({ role: 'storeStaff' });
    await grants.update({ id: role.id }, { revokedAt: desk.now });
    await desk.it.app.get(LiveConnections, { strict: false }).recheck();
    await until(() => page.ended !== null);
    await applied();
    expect({ ended: page.ended, told: hints(page) }).toEqual({ ended: 4401, told: [] });
    await grants.update({ id: role.id }, { revokedAt: null });
  });

  it('comes from another process that shares nothing but the database, by polling', async () => {
    const there = await anotherProcess(desk.it);
    await there.listen(0, '127.0.0.1');
    const page = await listenAs('shop1@example.com', {}, urlOf(there));
    const it_ = await applied();
    await until(() => hints(page).length === 1);
    expect(hints(page)).toMatchObject([{ kind: 'applied', caseId: it_.id }]);
    await page.stop();
    await there.close();
  });

  it('ends with the process, which waits for no page', async () => {
    const there = await anotherProcess(desk.it);
    await there.listen(0, '127.0.0.1');
    const page = await listenAs('shop1@example.com', {}, urlOf(there));
    await there.close();
    await until(() => page.ended !== null);
    expect(page.ended).toBe(1001);
  });

  it('is what a carrier says of its parcel too, though nothing moves by it', async () => {
    const page = await listenAs('clerk1@example.com');
    const clerk = desk.as('clerk1@example.com');
    const agreed = await does(desk.as('shop1@example.com'), 'approve', seen(await applied()));
    const parcel = { carrier: '中通', tracking: `ZT${agreed.code}` };
    const shipped = await does(await desk.buyer(sold), 'ship', { ...seen(agreed), ...parcel });
    await until(() => hints(page).at(-1)?.verb === 'ship');
    await does(clerk, 'recordTracking', { shipmentId: shipped.shipments[0].id, kind: 'inTransit' });
    await until(() => hints(page).at(-1)?.verb !== 'ship');
    expect(hints(page).at(-1)).toEqual({
      ...{ kind: 'moved', caseId: shipped.id, version: shipped.version, state: 'AWAIT_RECEIPT', verb: 'recordTracking' },
    });
  });

  (hasRedis() ? it : it.skip)('comes from another process at once by Redis, without a poll', async () => {
    const redis = await startRedis();
    const config = { ...desk.it.config, redisUrl: redis.url };
    const [here, there] = [
      await answering(await anotherProcess({ ...desk.it, config })),
      await answering(await anotherProcess({ ...desk.it, config })),
    ];
    const it_ = await applied();
    const page = await listenAs('shop1@example.com', {}, urlOf(there));
    const client = await signedIn({ ...desk.it, app: here }, 'shop1@example.com');
    await until(async () => {
      // Until both have found Redis there is nobody to tell.
      await client.graphql(
        `mutation ($id: ID!, $version: Int!) { askInfo(id: $id, version: $version, question: "?") { id } }`,
        seen(it_),
      );
      return hints(page).length > 0;
    });
    expect(hints(page)[0]).toMatchObject({ kind: 'moved', caseId: it_.id, verb: 'askInfo' });
    await page.stop();
    await here.close();
    await there.close();
    await redis.stop();
  });
});
