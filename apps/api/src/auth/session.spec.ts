import { Client, signedIn } from '../testing/client.js';
import { plantUnits, smallChain } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import { RoleGrant } from './person.entity.js';
import { ROTATE_AFTER, SESSION_ABSOLUTE, SESSION_IDLE, SessionService } from './session.service.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe.each(enginesHere())('sessions on %s', (engine) => {
  let it_: TestApp;
  let person: string;

  beforeAll(async () => {
    it_ = await createTestApp(engine);
    await plantUnits(it_.database, smallChain);
    person = await plantPerson(it_.database, { email: 'hq@example.com', roles: [['administrator', 'HQ']] });
    await plantPerson(it_.database, { email: 'other@example.com', roles: [['storeStaff', 'SHOP1']] });
  });
  afterAll(() => it_.close());
  beforeEach(() => it_.database.inTransaction((tx) => tx.query('DELETE FROM session')));

  const isIn = async (client: Client) => (await client.graphql('{ viewer { id } }')).data.viewer !== null;
  const pass = (time: number) => it_.clock.set(it_.clock.now() + time);
  /** The note that a session is in use is written beside the request. */
  const settled = () => it_.app.get(SessionService).beforeApplicationShutdown();

  it('lists a person’s own sessions and marks the one he uses', async () => {
    const phone = await signedIn(it_, 'hq@example.com');
    const desk = await signedIn(it_, 'hq@example.com');
    await signedIn(it_, 'other@example.com');
    const { data } = await desk.graphql('{ mySessions { id current userAgent address createdAt lastSeenAt } }');
    expect(data.mySessions).toHaveLength(2);
    expect(data.mySessions.filter(({ current }: { current: boolean }) => current)).toHaveLength(1);
    expect(await isIn(phone)).toBe(true);
  });

  it('ends one of them, never another person’s', async () => {
    const phone = await signedIn(it_, 'hq@example.com');
    const desk = await signedIn(it_, 'hq@example.com');
    const other = await signedIn(it_, 'other@example.com');
    const sessionOf = async (client: Client) =>
      (await client.graphql('{ mySessions { id current } }')).data.mySessions.find((it: { current: boolean }) => it.current).id;
    const revoke = async (id: string) => desk.graphql('mutation ($id: ID!) { revokeSession(id: $id) }', { id });
    expect((await revoke(await sessionOf(other))).code).toBe('NOT_FOUND');
    expect((await revoke(await sessionOf(phone))).data).toEqual({ revokeSession: true });
    expect([await isIn(phone), await isIn(desk), await isIn(other)]).toEqual([false, true, true]);
    await revoke(await sessionOf(desk));
    expect(await isIn(desk)).toBe(false);
  });

  it('ends this one, or all of a person’s and says how many', async () => {
    const [first, second, third] = [
      await signedIn(it_, 'hq@example.com'),
      await signedIn(it_, 'hq@example.com'),
      await signedIn(it_, 'hq@example.com'),
    ];
    const other = await signedIn(it_, 'other@example.com');
    expect((await first.graphql('mutation { signOut }')).data).toEqual({ signOut: true });
    expect([await isIn(first), await isIn(second)]).toEqual([false, true]);
    expect((await second.graphql('mutation { signOutEverywhere }')).data).toEqual({ signOutEverywhere: 2 });
    expect([await isIn(second), await isIn(third), await isIn(other)]).toEqual([false, false, true]);
  });

  it('leaves nothing of the viewer in the rest of the request that signs out', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    const { code } = await client.graphql('mutation { signOut again: signOut }');
    expect(code).toBe('UNAUTHENTICATED');
  });

  it('is over after 12 hours without use, and alive as long as it is used', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    for (let hours = 0; hours < 30; hours += 10) {
      pass(10 * HOUR);
      expect(await isIn(client)).toBe(true);
      await settled();
    }
    pass(SESSION_IDLE);
    expect(await isIn(client)).toBe(false);
  });

  it('is over after 14 days however much it is used', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    for (let days = 0; days < 13; days += 1) {
      for (let half = 0; half < 2; half += 1) {
        pass(11.9 * HOUR);
        expect(await isIn(client)).toBe(true);
        await settled();
      }
    }
    pass(SESSION_ABSOLUTE - 13 * 23.8 * HOUR - HOUR);
    await it_.database.inTransaction((tx) => tx.query('UPDATE session SET last_seen_at = ?', [it_.clock.now()]));
    expect(await isIn(client)).toBe(true);
    pass(HOUR);
    expect(await isIn(client)).toBe(false);
  });

  it('gets a new token every 4 hours; the old one serves those who asked beside it for a minute', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    const old = client.cookie;
    const beside = new Client(it_);
    beside.useCookie(old);
    pass(ROTATE_AFTER - MINUTE);
    expect(await isIn(client)).toBe(true);
    expect(client.cookie).toBe(old);
    pass(MINUTE);
    expect(await isIn(client)).toBe(true);
    expect(client.cookie).not.toBe(old);
    expect(await isIn(beside)).toBe(true);
    expect(beside.cookie).toBe(old);
    pass(MINUTE);
    expect(await isIn(beside)).toBe(false);
    expect(await isIn(client)).toBe(true);
    expect((await client.graphql('{ mySessions { id } }')).data.mySessions).toHaveLength(1);
  });

  it('rotates once where many requests arrive together', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    pass(ROTATE_AFTER);
    const clients = Array.from({ length: 8 }, () => {
      const one = new Client(it_);
      one.useCookie(client.cookie);
      return one;
    });
    expect(await Promise.all(clients.map(isIn))).toEqual(clients.map(() => true));
    expect(clients.filter((one) => one.cookie !== client.cookie)).toHaveLength(1);
  });

  it('notes its use at most once a minute', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    const seenAt = async () => {
      await settled();
      const [row] = await it_.database.read.query('SELECT last_seen_at AS seen FROM session');
      return Number(row.seen);
    };
    const first = await seenAt();
    await isIn(client);
    expect(await seenAt()).toBe(first);
    pass(2 * MINUTE);
    await isIn(client);
    const later = await seenAt();
    expect(later).toBeGreaterThan(first);
    await isIn(client);
    expect(await seenAt()).toBe(later);
    const { data } = await client.graphql(`{ person(id: "${person}") { lastSeenAt } }`);
    expect(Date.parse(data.person.lastSeenAt)).toBe(later);
  });

  it('ends to be of use the moment the last role is taken away', async () => {
    const client = await signedIn(it_, 'other@example.com');
    const grants = it_.database.writer.getRepository(RoleGrant);
    await grants.update({ role: 'storeStaff' }, { revokedAt: it_.clock.now() });
    expect(await isIn(client)).toBe(false);
    await grants.update({ role: 'storeStaff' }, { revokedAt: null });
  });

  it('is refused where a person is needed and nobody is signed in', async () => {
    const nobody = new Client(it_);
    for (const query of [
      '{ mySessions { id } }',
      '{ people { total } }',
      '{ auditEvents { items { id } } }',
      'mutation { signOut }',
    ])
      expect((await nobody.graphql(query)).code).toBe('UNAUTHENTICATED');
    const forged = new Client(it_);
    forged.useCookie('headwater=forged');
    expect((await forged.graphql('{ mySessions { id } }')).code).toBe('UNAUTHENTICATED');
  });
});
