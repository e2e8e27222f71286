import { AuditService } from '../audit/audit.service.js';
import { ImportReport } from '../imports/csv/report.js';
import { loadProfile } from '../imports/mapping/load-profile.js';
import { Folder } from '../imports/testing/fixtures.js';
import { UnitImportService } from '../imports/units/unit-import.service.js';
import { type Client, signedIn } from '../testing/client.js';
import { plantUnits, unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { createTestApp, enginesHere, type TestApp } from '../testing/test-app.js';
import { OrgNode } from '../tree/org-node.entity.js';
import { TreeService } from '../tree/tree.service.js';

const RENAME =
  'mutation ($id: ID!, $name: String!, $version: Int!) { renameOrgNode(id: $id, name: $name, version: $version) { version } }';
const PROFILE = ['profile: regions', 'units: { type: region, key: No, code: No, name: Name }'];

describe.each(enginesHere())('a change of a unit that is not as it was seen, on %s', (engine) => {
  let it_: TestApp;
  let folder: Folder;
  let admin: Client;

  beforeEach(async () => {
    it_ = await createTestApp(engine);
    folder = new Folder();
    const [north, south] = [{ code: 'NORTH', type: 'region' } as const, { code: 'SOUTH', type: 'region' } as const];
    await plantUnits(it_.database, { code: 'HQ', type: 'headquarters', children: [north, south] });
    await plantPerson(it_.database, { email: 'admin@example.com', name: '总部', roles: [['administrator', 'HQ']] });
    admin = await signedIn(it_, 'admin@example.com');
  });
  afterEach(async () => {
    folder.remove();
    await it_.close();
  });

  /** What happens in one millisecond has no order that a log could tell. */
  const later = () => it_.clock.set(it_.clock.now() + 1_000);
  const rename = async (id: string, name: string, version: number) => {
    later();
    return admin.graphql(RENAME, { id, name, version });
  };
  const importing = async (...lines: string[]) => {
    later();
    const profile = loadProfile(folder.write('regions.yaml', PROFILE));
    const { units: mapping } = profile;
    if (!mapping) throw new Error('the profile has no units');
    const file = folder.write('regions.csv', ['No,Name', ...lines]);
    const [tree, audit] = [it_.app.get(TreeService, { strict: false }), it_.app.get(AuditService, { strict: false })];
    const units = new UnitImportService(it_.database, tree, audit, it_.clock);
    await units.run({ profile, mapping, file, since: null, report: new ImportReport(folder.at('report.csv')) });
  };
  const meanwhile = async (id: string, version: number) => {
    const { code, errors } = await rename(id, 'too late', version);
    expect(code).toBe('STALE_VERSION');
    const { meanwhile: events } = errors[0]!.extensions['details'] as { meanwhile: { actorName: string; action: string }[] };
    return events.map(({ actorName, action }) => `${actorName} ${action}`);
  };
  const idOf = async (code: string) => (await it_.database.read.findOneByOrFail(OrgNode, { code })).id;

  it('is told what was done since, and nothing that was done before', async () => {
    const id = unitId('NORTH');
    for (const version of [1, 2, 3, 4]) await rename(id, `N${String(version)}`, version);
    expect(await meanwhile(id, 4)).toEqual(['总部 orgNode.rename']);
    expect(await meanwhile(id, 1)).toHaveLength(4);
  });

  it('is told of an import that changed the unit, and of no import that changed another', async () => {
    await importing('A,Alpha', 'B,Beta');
    const id = await idOf('A');
    await importing('A,Alpha 2', 'B,Beta');
    expect(await meanwhile(id, 1)).toEqual(['import import.orgUnits']);
    await rename(id, 'Alpha 3', 2);
    await importing('B,Beta 2');
    expect(await meanwhile(id, 2)).toEqual(['总部 orgNode.rename']);
    expect(await meanwhile(id, 1)).toEqual(['总部 orgNode.rename', 'import import.orgUnits']);
    await importing('A,Alpha 4');
    await importing('B,Beta 3');
    expect(await meanwhile(id, 2)).toEqual(['import import.orgUnits', '总部 orgNode.rename']);
  });
});
