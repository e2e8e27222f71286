import { PERMISSIONS } from '@headwater/access';
import request from 'supertest';
import { CSRF_HEADER } from './actor.guard.js';
import { Person } from './person.entity.js';
import { Client, signedIn } from '../testing/client.js';
import { plantUnits, smallChain } from '../testing/organization.js';
import { PASSWORD, plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';

const SIGN_IN = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) {
  id email name home { code } permissions grants { role node { code path { name } } } } }`;
const MINUTE = 60_000;

describe.each(enginesHere())('signing in on %s', (engine) => {
  let it_: TestApp;
  let admin: string;

  beforeAll(async () => {
    it_ = await createTestApp(engine, { HEADWATER_TRUST_PROXY: '1' });
    await plantUnits(it_.database, smallChain);
    admin = await plantPerson(it_.database, { email: 'hq@example.com', name: '总部', roles: [['administrator', 'HQ']] });
    await plantPerson(it_.database, {
      email: 'shop@example.com',
      roles: [
        ['storeStaff', 'SHOP3'],
        ['storeManager', 'EAST'],
      ],
    });
    await plantPerson(it_.database, { email: 'former@example.com', roles: [] });
    const disabled = await plantPerson(it_.database, { email: 'disabled@example.com', roles: [['operator', 'HQ']] });
    await it_.database.writer.getRepository(Person).update(disabled, { status: 'disabled' });
  });
  afterAll(() => it_.close());
  // Each test has windows and sessions of its own.
  beforeEach(() => it_.clock.set(it_.clock.now() + 24 * 60 * MINUTE));

  const attempt = (client: Client, email: string, password: string) => client.graphql(SIGN_IN, { email, password });

  it('says who the viewer is, what he may do and where he starts', async () => {
    const client = new Client(it_);
    const { data } = await attempt(client, ' HQ@Example.com ', PASSWORD);
    expect(data.signIn).toMatchObject({ id: admin, email: 'hq@example.com', name: '总部', home: { code: 'HQ' } });
    expect(data.signIn.permissions).toEqual(PERMISSIONS);
    expect(data.signIn.grants).toEqual([{ role: 'administrator', node: { code: 'HQ', path: [{ name: 'headquarters HQ' }] } }]);
    expect((await client.graphql('{ viewer { id } }')).data.viewer).toEqual({ id: admin });
  });

  it('tells with each answer, a refusal too, when it was given', async () => {
    for (const query of ['{ viewer { id } }', '{ people { items { id } } }']) {
      const before = it_.clock.now();
      const { headers } = await request(it_.app.getHttpServer()).post('/graphql').set(CSRF_HEADER, '1').send({ query });
      const told = Date.parse(headers['x-server-time'] ?? '');
      expect(told).toBeGreaterThanOrEqual(before);
      expect(told).toBeLessThanOrEqual(it_.clock.now());
    }
  });

  it('starts at the highest unit where a role is held, whatever was granted first', async () => {
    const { data } = await attempt(new Client(it_), 'shop@example.com', PASSWORD);
    expect(data.signIn.home.code).toBe('EAST');
    expect(data.signIn.permissions).toContain('rules.setOwn');
    expect(data.signIn.permissions).not.toContain('person.read');
  });

  it('keeps the token in a cookie that scripts and other sites cannot use', async () => {
    const client = new Client(it_);
    await attempt(client, 'hq@example.com', PASSWORD);
    const [cookie = ''] = client.lastSetCookie;
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).toContain('Path=/');
    expect(cookie).not.toContain('Secure');
    const rows = await it_.database.read.query('SELECT token_hash AS hash FROM session');
    const token = client.cookie.split('=')[1];
    expect(rows.map(({ hash }: { hash: string }) => hash)).not.toContain(token);
  });

  it('answers alike whether the account is unknown, disabled, or the password wrong', async () => {
    const answers = [
      await attempt(new Client(it_), 'hq@example.com', 'not the password'),
      await attempt(new Client(it_), 'nobody@example.com', 'not the password'),
      await attempt(new Client(it_), 'disabled@example.com', PASSWORD),
      await attempt(new Client(it_), 'x'.repeat(400), PASSWORD),
      await attempt(new Client(it_), 'hq@example.com', 'x'.repeat(5000)),
    ];
    const plain = answers.map(({ data, errors }) => ({ data, message: errors[0]?.message, code: errors[0]?.extensions['code'] }));
    for (const answer of plain) expect(answer).toEqual(plain[0]);
    expect(plain[0]).toMatchObject({ data: null, code: 'SIGN_IN_FAILED' });
  });

  it('lets nobody in who holds no role any more, and leaves no session behind', async () => {
    const client = new Client(it_);
    expect((await attempt(client, 'former@example.com', PASSWORD)).code).toBe('NO_ROLE');
    expect(client.cookie).toBe('');
    expect((await client.graphql('{ viewer { id } }')).data).toEqual({ viewer: null });
  });

  it.each(['hq@example.com', 'unknown@example.com'])(
    'locks %s for 15 minutes after five failures, the right password too',
    async (email) => {
      const codes = [];
      for (let tries = 0; tries < 7; tries += 1) codes.push((await attempt(new Client(it_), email, 'wrong password')).code);
      expect(codes).toEqual([...Array.from({ length: 5 }, () => 'SIGN_IN_FAILED'), 'SIGN_IN_LOCKED', 'SIGN_IN_LOCKED']);
      const locked = await attempt(new Client(it_), email, PASSWORD);
      expect(locked.code).toBe('SIGN_IN_LOCKED');
      expect(Date.parse(locked.errors[0]!.extensions['details'].until)).toBeLessThanOrEqual(it_.clock.now() + 15 * MINUTE);
      it_.clock.set(it_.clock.now() + 16 * MINUTE);
      expect((await attempt(new Client(it_), email, PASSWORD)).code).toBe(email.startsWith('hq') ? null : 'SIGN_IN_FAILED');
    },
  );

  it('lets no more guesses through side by side than one after another', async () => {
    const guesses = Array.from({ length: 12 }, () => attempt(new Client(it_), 'shop@example.com', 'a guess too far'));
    const codes = (await Promise.all(guesses)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'SIGN_IN_LOCKED')).toHaveLength(7);
  });

  it('forgets the failures of an account after the right password', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await attempt(new Client(it_), 'hq@example.com', 'wrong password');
      expect((await attempt(new Client(it_), 'hq@example.com', PASSWORD)).code).toBeNull();
    }
  });

  it('limits an address that tries many accounts', async () => {
    const client = new Client(it_);
    client.headers['x-forwarded-for'] = '203.0.113.9';
    await it_.database.inTransaction((tx) =>
      tx.query('INSERT INTO sign_in_attempt (id, subject, failures, window_ends_at) VALUES (?, ?, ?, ?)', [
        'A'.repeat(26),
        'address:203.0.113.9',
        100,
        it_.clock.now() + MINUTE,
      ]),
    );
    expect((await attempt(client, 'hq@example.com', PASSWORD)).code).toBe('SIGN_IN_LOCKED');
    expect((await attempt(new Client(it_), 'hq@example.com', PASSWORD)).code).toBeNull();
  });

  it('ends the session the browser had when it signs in again', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    const before = client.cookie;
    await attempt(client, 'hq@example.com', PASSWORD);
    expect(client.cookie).not.toBe(before);
    const old = new Client(it_);
    old.useCookie(before);
    expect((await old.graphql('{ viewer { id } }')).data.viewer).toBeNull();
    expect(old.cookie).toBe('');
  });

  it('asks for the header that only our own pages can add', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    client.headers = {};
    expect((await client.graphql('mutation { signOut }')).code).toBe('CSRF_HEADER_MISSING');
    expect((await client.graphql('{ mySessions { id } }')).code).toBe('CSRF_HEADER_MISSING');
    const stranger = new Client(it_);
    stranger.headers = {};
    expect((await attempt(stranger, 'hq@example.com', PASSWORD)).code).toBe('CSRF_HEADER_MISSING');
    expect((await stranger.graphql('{ setup { version } }')).code).toBeNull();
  });

  it('takes no mutation and no simple form post by other ways', async () => {
    const client = await signedIn(it_, 'hq@example.com');
    expect((await client.get('/graphql?query=mutation%7BsignOut%7D')).status).toBeGreaterThanOrEqual(400);
    expect((await client.graphql('{ viewer { id } }')).data.viewer.id).toBe(admin);
  });
});

describe('without a proxy', () => {
  it('takes no word of the client for where it is', async () => {
    const it_ = await createTestApp('sqlite');
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: 'hq@example.com', roles: [['administrator', 'HQ']] });
    const client = new Client(it_);
    client.headers['x-forwarded-for'] = '203.0.113.9';
    await client.graphql(SIGN_IN, { email: 'hq@example.com', password: PASSWORD });
    const { data } = await client.graphql('{ mySessions { address } }');
    expect(data.mySessions[0].address).toMatch(/127\.0\.0\.1$/);
    await it_.close();
  });
});

describe('a console served over https', () => {
  it('has a cookie for this very host and https alone', async () => {
    const it_ = await createTestApp('sqlite', { HEADWATER_PUBLIC_URL: 'https://hq.example.com' });
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: 'hq@example.com', roles: [['administrator', 'HQ']] });
    const client = await signedIn(it_, 'hq@example.com');
    expect(client.lastSetCookie[0]).toMatch(/^__Host-headwater=.*; Path=\/.*; HttpOnly; Secure; SameSite=Lax/);
    await it_.close();
  });
});
