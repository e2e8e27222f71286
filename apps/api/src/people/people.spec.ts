import { signedIn, type Client, type Loose } from '../testing/client.js';
import { plantUnits, smallChain, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';

const PEOPLE = `query ($search: String, $page: PageInput) { people(search: $search, page: $page) {
  total nextCursor items { id email name status grants { id role node { code } } } } }`;
const PERSON = `query ($id: ID!) { person(id: $id) { id email status version grants { id role node { code } } } }`;
const GRANT = `mutation ($personId: ID!, $role: Role!, $nodeId: ID!) {
  grantRole(personId: $personId, role: $role, nodeId: $nodeId) { id grants { id role node { code } } } }`;
const REVOKE = `mutation ($id: ID!) { revokeRole(grantId: $id) { id grants { id } } }`;
const DISABLE = `mutation ($id: ID!, $version: Int!) { disablePerson(id: $id, version: $version) { id status version } }`;
const ENABLE = `mutation ($id: ID!, $version: Int!) { enablePerson(id: $id, version: $version) { id status version } }`;
const NOBODY = '0'.repeat(26);

describe.each(enginesHere())('people on %s', (engine) => {
  let it_: TestApp;
  let admin: Client;
  let adminId: string;
  let lin: string;
  let wang: string;

  beforeAll(async () => {
    it_ = await createTestApp(engine);
    await plantUnits(it_.database, smallChain);
    adminId = await plantPerson(it_.database, { email: 'admin@example.com', name: '李娜', roles: [['administrator', 'HQ']] });
    lin = await plantPerson(it_.database, { email: 'lin@example.com', name: '林晓', roles: [['storeManager', 'SHOP1']] });
    wang = await plantPerson(it_.database, { email: 'wang@example.com', name: '王芳', roles: [['finance', 'HQ']] });
    await plantPerson(it_.database, { email: 'percent%sign@example.com', name: 'Per_cent', roles: [] });
    admin = await signedIn(it_, 'admin@example.com');
  });
  afterAll(() => it_.close());

  const person = async (id: string) => (await admin.graphql(PERSON, { id })).data.person;
  const grant = (personId: string, role: string, code: string, client = admin) =>
    client.graphql(GRANT, { personId, role, nodeId: unitId(code) });

  describe('the list', () => {
    it('finds by name and e-mail, taking wildcards as they are written', async () => {
      const found = async (search: string) =>
        (await admin.graphql(PEOPLE, { search })).data.people.items.map(({ email }: { email: string }) => email);
      expect(await found('王')).toEqual(['wang@example.com']);
      expect(await found('LIN@')).toEqual(['lin@example.com']);
      expect(await found('%')).toEqual(['percent%sign@example.com']);
      expect(await found('r_c')).toEqual(['percent%sign@example.com']);
      expect(await found('nobody')).toEqual([]);
    });

    it('comes in pages that miss nobody and repeat nobody', async () => {
      const all = (await admin.graphql(PEOPLE)).data.people;
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { people }: { people: Loose } = (await admin.graphql(PEOPLE, { page: { first: 1, after } })).data;
        expect(people.total).toBe(all.total);
        seen.push(...people.items.map(({ id }: { id: string }) => id));
        after = people.nextCursor;
      } while (after !== null);
      expect(seen).toEqual(all.items.map(({ id }: { id: string }) => id));
      expect(seen).toHaveLength(all.total);
    });

    it('is nobody’s but an administrator’s', async () => {
      for (const email of ['lin@example.com', 'wang@example.com']) {
        const client = await signedIn(it_, email);
        expect((await client.graphql(PEOPLE)).code).toBe('FORBIDDEN');
        expect((await grant(lin, 'administrator', 'HQ', client)).code).toBe('FORBIDDEN');
      }
    });

    it('answers null for a person who does not exist', async () => {
      expect(await person(NOBODY)).toBeNull();
    });
  });

  describe('a role', () => {
    it('is given at a unit, once, and works at once', async () => {
      const client = await signedIn(it_, 'lin@example.com');
      const { data } = await grant(lin, 'regionalManager', 'WEST');
      expect(data.grantRole.grants.map((it: Loose) => [it.role, it.node.code])).toEqual([
        ['storeManager', 'SHOP1'],
        ['regionalManager', 'WEST'],
      ]);
      expect((await grant(lin, 'regionalManager', 'WEST')).data.grantRole.grants).toHaveLength(2);
      const viewer = (await client.graphql('{ viewer { permissions home { code } } }')).data.viewer;
      expect(viewer.permissions).toContain('coverage.turnOn');
      expect(viewer.home.code).toBe('WEST');
    });

    it('is given once though asked for many times side by side', async () => {
      await Promise.all(Array.from({ length: 6 }, () => grant(lin, 'storeStaff', 'SHOP2')));
      const roles = (await person(lin)).grants.filter(({ role }: { role: string }) => role === 'storeStaff');
      expect(roles).toHaveLength(1);
    });

    it('is not given where it makes no sense, and the answer says where it does', async () => {
      const store = await grant(lin, 'administrator', 'SHOP1');
      expect(store.code).toBe('ROLE_NOT_HERE');
      expect(store.errors[0]!.extensions).toMatchObject({
        field: 'nodeId',
        allowed: ['headquarters'],
        details: { nodeType: 'store' },
      });
      expect((await grant(lin, 'regionalManager', 'SHOP1')).errors[0]!.extensions['allowed']).toEqual([
        'region',
        'mall',
        'partner',
      ]);
      expect((await grant(lin, 'storeManager', 'EAST')).code).toBeNull();
    });

    it('is not given to nobody or nowhere', async () => {
      expect((await grant(NOBODY, 'storeStaff', 'SHOP1')).code).toBe('NOT_FOUND');
      expect((await grant(lin, 'storeStaff', 'NOWHERE')).code).toBe('NOT_FOUND');
    });

    it('is not given at an archived unit', async () => {
      const archive = (at: number | null) =>
        it_.database.inTransaction(async (tx) => {
          await tx.query('UPDATE epoch SET value = value + 1');
          await tx.query('UPDATE org_node SET archived_at = ?, epoch = (SELECT value FROM epoch) WHERE id = ?', [
            at,
            unitId('SHOP3'),
          ]);
        });
      await archive(it_.clock.now());
      expect((await grant(lin, 'storeStaff', 'SHOP3')).code).toBe('NODE_ARCHIVED');
      await archive(null);
      expect((await grant(lin, 'storeStaff', 'SHOP3')).code).toBeNull();
    });

    it('is taken away, and then it is not there to be taken again', async () => {
      const [held] = (await person(lin)).grants;
      const { data } = await admin.graphql(REVOKE, { id: held.id });
      expect(data.revokeRole.grants.map(({ id }: { id: string }) => id)).not.toContain(held.id);
      expect((await admin.graphql(REVOKE, { id: held.id })).code).toBe('NOT_FOUND');
    });

    it('of the last administrator stays', async () => {
      const [role] = (await person(adminId)).grants;
      expect((await admin.graphql(REVOKE, { id: role.id })).code).toBe('LAST_ADMINISTRATOR');
      expect((await person(adminId)).grants).toHaveLength(1);
    });

    it('of two administrators who remove each other at once leaves one', async () => {
      const secondId = await plantPerson(it_.database, { email: 'second@example.com', roles: [['administrator', 'HQ']] });
      const second = await signedIn(it_, 'second@example.com');
      const [first] = (await person(adminId)).grants;
      const [other] = (await person(secondId)).grants;
      const answers = await Promise.all([admin.graphql(REVOKE, { id: other.id }), second.graphql(REVOKE, { id: first.id })]);
      const codes = answers.map(({ code }) => code);
      expect(codes.filter((code) => code === null)).toHaveLength(1);
      const left = await it_.database.read.query(
        `SELECT COUNT(*) AS n FROM role_grant WHERE role = 'administrator' AND revoked_at IS NULL`,
      );
      expect(Number(left[0].n)).toBe(1);
      await it_.database.inTransaction((tx) =>
        tx.query('UPDATE role_grant SET revoked_at = NULL WHERE person_id = ?', [adminId]),
      );
    });
  });

  describe('disabling', () => {
    it('ends the sessions at once and keeps the person out until enabled', async () => {
      const client = await signedIn(it_, 'wang@example.com');
      const version: number = (await person(wang)).version;
      const { data } = await admin.graphql(DISABLE, { id: wang, version });
      expect(data.disablePerson).toMatchObject({ status: 'disabled', version: version + 1 });
      expect((await client.graphql('{ viewer { id } }')).data.viewer).toBeNull();
      await expect(signedIn(it_, 'wang@example.com')).rejects.toThrow('SIGN_IN_FAILED');
      expect((await admin.graphql(ENABLE, { id: wang, version: version + 1 })).data.enablePerson.status).toBe('active');
      await signedIn(it_, 'wang@example.com');
    });

    it('is refused on what has changed since', async () => {
      const version: number = (await person(wang)).version;
      const { code, errors } = await admin.graphql(DISABLE, { id: wang, version: version - 1 });
      expect(code).toBe('STALE_VERSION');
      const meanwhile = [{ actorName: expect.any(String), action: 'person.enable', at: expect.any(String) }];
      expect(errors[0]!.extensions['details']).toEqual({ seen: version - 1, now: version, meanwhile });
      expect((await person(wang)).status).toBe('active');
    });

    it('does not touch oneself', async () => {
      const { version } = await person(adminId);
      expect((await admin.graphql(DISABLE, { id: adminId, version })).code).toBe('OWN_ACCOUNT');
    });
  });

  it('leaves a trace of each change, with who, what and where', async () => {
    const { data } = await admin.graphql(
      '{ auditEvents { items { actorName action subjectType subjectId node { code } data } } }',
    );
    const events = data.auditEvents.items;
    expect(events).toContainEqual({
      actorName: '李娜',
      action: 'person.grant',
      subjectType: 'person',
      subjectId: lin,
      node: { code: 'WEST' },
      data: { name: '林晓', role: 'regionalManager' },
    });
    expect(events.filter(({ action }: { action: string }) => action === 'person.disable')).toHaveLength(1);
    expect(events.filter((it: Loose) => it.action === 'person.grant' && it.node.code === 'SHOP2')).toHaveLength(1);
  });
});
