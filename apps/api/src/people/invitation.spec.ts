import { AuditEvent } from '../audit/audit-event.entity.js';
import { Client, signedIn } from '../testing/client.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';

const INVITE = `mutation ($email: String!, $name: String!, $role: Role!, $nodeId: ID!) {
  invitePerson(email: $email, name: $name, role: $role, nodeId: $nodeId) {
    link expiresAt person { id status version grants { role node { code } } } } }`;
const RENEW = `mutation ($id: ID!) { renewInvitation(personId: $id) { link expiresAt } }`;
const LOOK = `query ($token: String!) { invitation(token: $token) { email name expiresAt } }`;
const ACCEPT = `mutation ($token: String!, $name: String!, $password: String!) {
  acceptInvitation(token: $token, name: $name, password: $password) { id name home { code } permissions } }`;
const DAY = 86_400_000;
const CHOSEN = 'a password of my own';

describe.each(enginesHere())('invitations on %s', (engine) => {
  let it_: TestApp;
  let admin: Client;
  let count = 0;

  beforeAll(async () => {
    it_ = await createTestApp(engine, { HEADWATER_PUBLIC_URL: 'http://console.example.com' });
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: 'admin@example.com', roles: [['administrator', 'HQ']] });
  });
  beforeEach(async () => {
    admin = await signedIn(it_, 'admin@example.com');
  });
  afterAll(() => it_.close());

  const invite = (over: Record<string, unknown> = {}) => {
    count += 1;
    const guest = { email: `guest${String(count)}@example.com`, name: '新同事', role: 'storeManager', nodeId: unitId('SHOP1') };
    return admin.graphql(INVITE, { ...guest, ...over });
  };
  const tokenOf = (link: string) => link.split('/').at(-1) ?? '';
  const look = async (token: string) => (await new Client(it_).graphql(LOOK, { token })).data.invitation;
  const accept = (token: string, password = CHOSEN, client = new Client(it_)) =>
    client.graphql(ACCEPT, { token, name: ' 周婷 ', password });

  it('bring a person in, with his role, by a link that works once', async () => {
    const { data } = await invite();
    const { link, person, expiresAt } = data.invitePerson;
    expect(link).toMatch(/^http:\/\/console\.example\.com\/invitation\/[\w-]{43}$/);
    expect(person).toMatchObject({ status: 'invited', grants: [{ role: 'storeManager', node: { code: 'SHOP1' } }] });
    expect(Math.abs(Date.parse(expiresAt) - it_.clock.now() - 7 * DAY)).toBeLessThan(60_000);
    const token = tokenOf(link);
    expect(await look(token)).toEqual({ email: `guest${String(count)}@example.com`, name: '新同事', expiresAt });

    const guest = new Client(it_);
    const accepted = await accept(token, CHOSEN, guest);
    expect(accepted.data.acceptInvitation).toMatchObject({ id: person.id, name: '周婷', home: { code: 'SHOP1' } });
    expect((await guest.graphql('{ viewer { id } }')).data.viewer.id).toBe(person.id);
    await signedIn(it_, `guest${String(count)}@example.com`, CHOSEN);

    expect(await look(token)).toBeNull();
    expect((await accept(token)).code).toBe('INVITATION_INVALID');
  });

  it('leave a trace of who came in, at his unit, and none where nobody did', async () => {
    const { link, person } = (await invite()).data.invitePerson;
    const joined = () => it_.database.read.findBy(AuditEvent, { action: 'person.join', subjectId: person.id });
    await accept(tokenOf(link), 'short');
    expect(await joined()).toEqual([]);
    await accept(tokenOf(link));
    await accept(tokenOf(link));
    const [first] = await joined();
    const email = `guest${String(count)}@example.com`;
    const who = { actorKind: 'staff', actorId: person.id, actorName: '周婷' };
    expect(first).toMatchObject({ ...who, nodeId: unitId('SHOP1'), data: { name: '周婷', email } });
    expect(await joined()).toHaveLength(1);
  });

  it('keep no token that somebody with the database could use', async () => {
    const token = tokenOf((await invite()).data.invitePerson.link);
    const rows = await it_.database.read.query('SELECT token_hash AS hash FROM invitation');
    expect(rows.map(({ hash }: { hash: string }) => hash)).not.toContain(token);
  });

  it('can be accepted by one of those who try at once', async () => {
    const token = tokenOf((await invite()).data.invitePerson.link);
    const codes = (await Promise.all(Array.from({ length: 4 }, () => accept(token)))).map(({ code }) => code);
    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes.filter((code) => code === 'INVITATION_INVALID')).toHaveLength(3);
  });

  it('end after seven days, and can be renewed, which ends the link before', async () => {
    const { link, person } = (await invite()).data.invitePerson;
    const renewed = (await admin.graphql(RENEW, { id: person.id })).data.renewInvitation;
    expect(await look(tokenOf(link))).toBeNull();
    it_.clock.set(it_.clock.now() + 7 * DAY + 1000);
    expect((await accept(tokenOf(renewed.link))).code).toBe('INVITATION_INVALID');
    admin = await signedIn(it_, 'admin@example.com');
    const again = (await admin.graphql(RENEW, { id: person.id })).data.renewInvitation;
    expect((await accept(tokenOf(again.link))).code).toBeNull();
    expect((await admin.graphql(RENEW, { id: person.id })).code).toBe('NOT_INVITED');
  });

  it('end when the person is disabled, and begin anew when enabled', async () => {
    const { link, person } = (await invite()).data.invitePerson;
    const disable = `mutation { disablePerson(id: "${person.id}", version: ${person.version}) { version } }`;
    const { version } = (await admin.graphql(disable)).data.disablePerson;
    expect(await look(tokenOf(link))).toBeNull();
    const enable = `mutation { enablePerson(id: "${person.id}", version: ${version}) { status } }`;
    expect((await admin.graphql(enable)).data.enablePerson.status).toBe('invited');
    expect(await look(tokenOf(link))).toBeNull();
  });

  it('ask for a good password before they are used up', async () => {
    const token = tokenOf((await invite()).data.invitePerson.link);
    const short = await accept(token, 'short');
    expect(short.code).toBe('WEAK_PASSWORD');
    expect(short.errors[0]!.extensions).toMatchObject({ field: 'password', allowed: { min: 10 } });
    expect((await accept(token, `GUEST${String(count)}@example.com`)).code).toBe('WEAK_PASSWORD');
    expect((await accept(token)).code).toBeNull();
  });

  it.each([
    ['EMAIL_TAKEN', { email: 'Admin@example.com ' }],
    ['BAD_INPUT', { email: 'no e-mail' }],
    ['BAD_INPUT', { name: '  ' }],
    ['BAD_INPUT', { name: 'x'.repeat(101) }],
    ['ROLE_NOT_HERE', { role: 'auditor' }],
    ['NOT_FOUND', { nodeId: unitId('NOWHERE') }],
  ])('are refused with %s for %j, and nothing is written', async (code, over) => {
    const people = async () => Number((await it_.database.read.query('SELECT COUNT(*) AS n FROM person'))[0].n);
    const before = await people();
    expect((await invite(over)).code).toBe(code);
    expect(await people()).toBe(before);
  });
});
