import { IsNull } from 'typeorm';
import { AuditEvent } from '../audit/audit-event.entity.js';
import { EpochLog } from '../database/epoch.entity.js';
import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { PolicyAssignment } from './policy.entity.js';
import { done, refusal, rules, startChain, subsidy, takeBack, told, type Chain } from './testing/operations.js';

describe.each(enginesHere())('turning on without some units below on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const asked = (code: string, exclude: string[], on = true) => ({ nodeId: unitId(code), on, exclude: exclude.map(unitId) });
  const turn = (...given: Parameters<typeof asked>) => done(chain.operator, 'turnCoverage', asked(...given));
  const foreseen = (...given: Parameters<typeof asked>) => done(chain.operator, 'previewCoverage', asked(...given));
  const refused = (...given: Parameters<typeof asked>) => refusal(chain.operator, 'turnCoverage', asked(...given));
  const isOn = async (code: string) => {
    const { fields } = await done(chain.operator, 'effectiveRules', { nodeId: unitId(code), kind: subsidy });
    return fields.find(({ key }: Loose) => key === 'enabled').value as boolean;
  };
  const states = () => Promise.all(['SHOP1', 'SHOP2', 'SHOP3'].map(isOn));
  const say = async (code: string, changes: object, kind = subsidy) => {
    const place = { nodeId: unitId(code), kind };
    const { ownVersion } = await done(chain.operator, 'effectiveRules', place);
    await done(chain.operator, 'setOwnRules', { ...place, changes, ownVersion });
  };
  const reasonsOf = ({ reasons }: Loose) => reasons.map(({ code, branches, by }: Loose) => [code, branches, by?.id ?? null]);

  it('leaves them as they are, and counts them as left out, beforehand and afterwards', async () => {
    const before = await foreseen('HQ', ['SHOP1']);
    const effect = await turn('HQ', ['SHOP1']);
    expect(told(effect)).toEqual(told(before));
    expect(effect).toMatchObject({ branches: 3, changed: 2, unchanged: 1, keeps: [{ id: unitId('SHOP1') }], rowsWritten: 8 });
    expect(reasonsOf(effect)).toEqual([['excluded', 1, unitId('SHOP1')]]);
    expect(await states()).toEqual([false, true, true]);
    const [event] = await chain.it.database.read.find(AuditEvent, {
      where: { action: 'rules.setOwn', nodeId: unitId('SHOP1') },
      order: { id: 'DESC' },
    });
    expect(event).toMatchObject({ data: { kind: subsidy, changes: { enabled: { set: false } } } });
    await turn('HQ', [], false);
    expect(reasonsOf(await turn('HQ', []))).toEqual([['overridden', 1, unitId('SHOP1')]]);
    expect(await states()).toEqual([false, true, true]);
  });

  it('writes nothing for those that it would not change, nor for those below another one', async () => {
    await turn('WEST', []);
    const effect = await turn('HQ', ['SHOP1', 'MALL', 'WEST']);
    expect(effect).toMatchObject({ changed: 0, unchanged: 3, keeps: [{ id: unitId('MALL') }], rowsWritten: 8 });
    expect(reasonsOf(effect)).toEqual([
      ['excluded', 2, unitId('MALL')],
      ['excluded', 1, unitId('WEST')],
    ]);
    expect(await states()).toEqual([false, false, true]);
    expect(await turn('HQ', ['SHOP3'])).toMatchObject({ keeps: [], rowsWritten: 0 });
  });

  it('turns off without some that stay on', async () => {
    await turn('HQ', []);
    expect(await turn('HQ', ['WEST'], false)).toMatchObject({ changed: 2, keeps: [{ id: unitId('WEST') }] });
    expect(await states()).toEqual([false, false, true]);
  });

  it('is not held up by what is missing at those left out', async () => {
    await say('WEST', { returnAddress: { set: null } }, rules);
    expect(await refused('HQ', ['SHOP1'])).toMatchObject({ code: 'RETURN_ADDRESS_MISSING' });
    expect(await turn('HQ', ['WEST'])).toMatchObject({ changed: 2, problems: [] });
    expect(await states()).toEqual([true, true, false]);
    // Both were written at once: without what keeps the west off first, nothing of the rest could be taken back.
    const at = { nodeId: unitId('HQ'), kind: subsidy, track: 'own' as const, recordedTo: IsNull() };
    const { id } = await chain.it.database.read.findOneByOrFail(PolicyAssignment, at);
    await done(chain.operator, 'cancelAssignment', { id, reason: '清场' });
  });

  it('is refused where a lock keeps a unit from staying as it is, whether or not it says so already', async () => {
    await say('WEST', { enabled: { set: false } });
    await say('HQ', { enabled: { set: false, lock: true } });
    const epochs = () => chain.it.database.read.count(EpochLog);
    const before = await epochs();
    expect(await refused('HQ', ['EAST'])).toMatchObject({ code: 'LOCKED', field: 'enabled', setBy: 'headquarters HQ' });
    const problem = { code: 'EXCLUSION_NOT_KEPT', field: 'exclude', nodeId: unitId('WEST') };
    expect(await refused('HQ', ['WEST'])).toMatchObject({ code: problem.code, field: problem.field });
    expect((await foreseen('HQ', ['EAST', 'WEST'])).problems).toMatchObject([
      { code: 'LOCKED', nodeId: unitId('EAST') },
      problem,
    ]);
    expect(await epochs()).toBe(before);
  });

  it('takes up to 200 units, all of them below, and none that the asker does not see', async () => {
    const many = Array.from({ length: 201 }, () => 'SHOP1');
    expect(await refused('HQ', many)).toMatchObject({ code: 'BAD_INPUT', field: 'exclude', allowed: { max: 200 } });
    for (const code of ['EAST', 'SHOP3'])
      expect(await refused('EAST', [code])).toMatchObject({
        ...{ code: 'BAD_INPUT', field: 'exclude', allowed: { within: unitId('EAST') } },
      });
    expect(await refused('HQ', ['NONE'])).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(chain.east, 'turnCoverage', asked('EAST', ['SHOP3']))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('does the same by way of a change set, which says first what each one left out keeps', async () => {
    const { keeps } = await foreseen('HQ', ['MALL', 'SHOP3']);
    const own = (nodeId: string, set: boolean) => ({ verb: 'setOwn', kind: subsidy, nodeId, changes: { enabled: { set } } });
    const operations = [...keeps.map(({ id }: Loose) => own(id as string, false)), own(unitId('EAST'), true)];
    const { id, version } = await done(chain.operator, 'createChangeSet', { input: { title: '华东开通', operations } });
    expect(await done(chain.operator, 'applyChangeSet', { id, version })).toMatchObject({
      status: 'live',
      impact: { changed: 0 },
    });
    expect(await states()).toEqual([false, false, false]);
  });
});
