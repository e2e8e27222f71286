import { writeSetting } from '../database/settings.js';
import { Client } from '../testing/client.js';
import { plantUnits, smallChain } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp } from '../testing/test-app.js';
import { DEMO_ACCOUNTS } from './setup.resolver.js';

const SETUP = '{ setup { version demo needsAdministrator demoAccounts { email password name role nodeName } } }';
const account = { email: 'hq@demo.example', password: 'demo', name: '总部', role: 'administrator', nodeName: '总部' };

describe('what the sign-in page is told', () => {
  it('on an empty installation: that an administrator is needed', async () => {
    const it_ = await createTestApp();
    const { setup } = (await new Client(it_).graphql(SETUP)).data;
    expect(setup).toMatchObject({ demo: false, demoAccounts: [], needsAdministrator: true });
    expect(setup.version).toMatch(/^\d+\.\d+\.\d+/);
    await it_.close();
  });

  it.each([
    ['1', { demo: true, demoAccounts: [account] }],
    ['0', { demo: false, demoAccounts: [] }],
  ])('with demo accounts in the database and HEADWATER_DEMO=%s', async (HEADWATER_DEMO, expected) => {
    const it_ = await createTestApp('sqlite', { HEADWATER_DEMO });
    await plantUnits(it_.database, smallChain);
    await plantPerson(it_.database, { email: account.email, roles: [['administrator', 'HQ']] });
    await it_.database.inTransaction((tx) => writeSetting(tx, DEMO_ACCOUNTS, [account]));
    expect((await new Client(it_).graphql(SETUP)).data.setup).toMatchObject({ ...expected, needsAdministrator: false });
    await it_.close();
  });
});
