import { Person } from '../auth/person.entity.js';
import { OrgNode, OrgParent } from '../tree/org-node.entity.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import { signedIn } from '../testing/client.js';
import { createAdmin, type AdminToMake } from './create-admin.js';
import { CommandFailed, failureText } from './exit.js';

const admin: AdminToMake = {
  email: 'Boss@Chain.example',
  name: '老板',
  password: 'a river of silver',
  chain: '小店',
  timeZone: 'Asia/Shanghai',
  since: Date.UTC(2016, 0, 1),
};

describe.each(enginesHere())('headwater create-admin on %s', (engine) => {
  let it_: TestApp;
  beforeEach(async () => {
    it_ = await createTestApp(engine);
  });
  afterEach(() => it_.close());

  it('makes HQ and the first administrator of an empty database, who can sign in', async () => {
    expect(await createAdmin(it_, admin)).toBe('小店');
    const client = await signedIn(it_, 'boss@chain.example', admin.password);
    const { data } = await client.graphql(
      '{ viewer { name home { name type since } grants { role } } setup { needsAdministrator demoAccounts { email } } }',
    );
    expect(data.viewer).toEqual({
      name: '老板',
      home: { name: '小店', type: 'headquarters', since: '2016-01-01T00:00:00.000Z' },
      grants: [{ role: 'administrator' }],
    });
    expect(data.setup).toEqual({ needsAdministrator: false, demoAccounts: [] });
    expect(await it_.database.read.find(OrgParent)).toMatchObject([{ parentId: null, to: null }]);
  });

  it('makes another one at the HQ that is there', async () => {
    await createAdmin(it_, admin);
    expect(await createAdmin(it_, { ...admin, email: 'second@chain.example', chain: 'other' })).toBe('小店');
    expect(await it_.database.read.countBy(OrgNode, {})).toBe(1);
  });

  it('refuses an e-mail that is taken or none, and a weak password', async () => {
    await createAdmin(it_, admin);
    await expect(createAdmin(it_, admin)).rejects.toMatchObject({ code: 'EMAIL_TAKEN' });
    await expect(createAdmin(it_, { ...admin, email: 'nobody' })).rejects.toThrow('no e-mail address');
    await expect(createAdmin(it_, { ...admin, email: 'x@y.z', password: 'short' })).rejects.toMatchObject({
      code: 'WEAK_PASSWORD',
    });
  });

  it.each<[string, Partial<AdminToMake>, string]>([
    [
      'time zone that nobody keeps',
      { timeZone: 'Mars/Phobos' },
      '--time-zone: There is no time zone Mars/Phobos. Allowed: a name such as Asia/Shanghai.',
    ],
    ['name without a letter', { name: '  ' }, '--name: A name has 1 to 100 characters.'],
    ['name too long', { name: 'x'.repeat(500) }, '--name: A name has 1 to 100 characters.'],
    ['chain without a name', { chain: '' }, '--chain: It has 1 to 200 characters.'],
    ['chain of the future', { since: Date.UTC(2099, 0, 1) }, '--since: It lies in the future. Allowed: a date up to today.'],
  ])('refuses a %s by the name of its option, and writes nothing', async (_, given, words) => {
    const refusal = await createAdmin(it_, { ...admin, ...given }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(CommandFailed);
    expect(failureText(refusal)).toBe(words);
    expect(await it_.database.read.countBy(OrgNode, {})).toBe(0);
    expect(await it_.database.read.countBy(Person, {})).toBe(0);
  });
});
