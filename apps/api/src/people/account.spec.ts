import { Client, signedIn } from '../testing/client.js';
import { plantUnits, smallChain } from '../testing/organization.js';
import { PASSWORD, plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';

const CHANGE = `mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }`;
const NEXT = 'a better password';

describe.each(enginesHere())("one's own account on %s", (engine) => {
  let it_: TestApp;
  let count = 0;

  beforeAll(async () => {
    it_ = await createTestApp(engine);
    await plantUnits(it_.database, smallChain);
  });
  afterAll(() => it_.close());

  async function someone(): Promise<{ email: string; client: Client }> {
    count += 1;
    const email = `someone${String(count)}@example.com`;
    await plantPerson(it_.database, { email, name: 'Someone', roles: [['auditor', 'HQ']] });
    return { email, client: await signedIn(it_, email) };
  }
  const isIn = async (client: Client) => (await client.graphql('{ viewer { id } }')).data.viewer !== null;

  it('gets a new password, a new session, and loses all the others', async () => {
    const { email, client } = await someone();
    const other = await signedIn(it_, email);
    const before = client.cookie;
    expect((await client.graphql(CHANGE, { current: PASSWORD, next: NEXT })).data).toEqual({ changePassword: true });
    expect(client.cookie).not.toBe(before);
    const old = new Client(it_);
    old.useCookie(before);
    expect([await isIn(client), await isIn(other), await isIn(old)]).toEqual([true, false, false]);
    await expect(signedIn(it_, email)).rejects.toThrow('SIGN_IN_FAILED');
    await signedIn(it_, email, NEXT);
  });

  it('keeps its password where the current one is wrong, and does not let it be guessed', async () => {
    const { email, client } = await someone();
    const codes = [];
    for (let tries = 0; tries < 6; tries += 1)
      codes.push((await client.graphql(CHANGE, { current: 'a guess', next: NEXT })).code);
    // The sign-in was forgiven, so five guesses are left.
    expect(codes).toEqual([...Array.from({ length: 5 }, () => 'WRONG_PASSWORD'), 'SIGN_IN_LOCKED']);
    await expect(signedIn(it_, email, NEXT)).rejects.toThrow('SIGN_IN_LOCKED');
    expect(await isIn(client)).toBe(true);
  });

  it('refuses a weak password and says which field and what is allowed', async () => {
    const { email, client } = await someone();
    const { code, errors } = await client.graphql(CHANGE, { current: PASSWORD, next: '123456789' });
    expect(code).toBe('WEAK_PASSWORD');
    expect(errors[0]!.extensions).toMatchObject({ field: 'next', allowed: { min: 10, max: 200 }, details: { why: 'tooShort' } });
    expect((await client.graphql(CHANGE, { current: PASSWORD, next: email.toUpperCase() })).code).toBe('WEAK_PASSWORD');
  });

  it('changes name and language, each without the other', async () => {
    const { client } = await someone();
    const update = async (args: string) =>
      (await client.graphql(`mutation { updateMe(${args}) { name language } }`)).data.updateMe;
    expect(await update('language: zh')).toEqual({ name: 'Someone', language: 'zh' });
    expect(await update('name: " 赵敏 "')).toEqual({ name: '赵敏', language: 'zh' });
    expect(await update('language: null')).toEqual({ name: '赵敏', language: null });
    expect((await client.graphql('{ viewer { name language } }')).data.viewer).toEqual({ name: '赵敏', language: null });
    expect((await client.graphql('mutation { updateMe(name: " ") { name } }')).code).toBe('BAD_INPUT');
  });

  it('leaves a trace of a changed password that does not hold it', async () => {
    const { client } = await someone();
    await client.graphql(CHANGE, { current: PASSWORD, next: NEXT });
    const { data } = await client.graphql(
      '{ auditEvents(filter: { action: "account.changePassword" }) { items { action data node { code } } } }',
    );
    expect(data.auditEvents.items[0]).toEqual({ action: 'account.changePassword', data: null, node: { code: 'HQ' } });
  });
});
