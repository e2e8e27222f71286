import { AuditEvent } from '../audit/audit-event.entity.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { PolicyAssignment } from './policy.entity.js';
import {
  ask,
  assign,
  done,
  fieldAt,
  publish,
  publishNext,
  refusal,
  rules,
  standardRules,
  startChain,
  subsidy,
  takeBack,
  told,
  type Chain,
} from './testing/operations.js';

const DAY = 86_400_000;
const iso = (at: number): string => new Date(at).toISOString();

describe.each(enginesHere())('assigning versions on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const cap = async (code: string, at?: string): Promise<number> =>
    (await fieldAt(chain.operator, code, subsidy, 'mode', at)).value.cap;
  const capOf = (amount: number, more: object = {}) => ({ mode: { set: { kind: 'actual' as const, cap: amount }, ...more } });
  const publishCap = (name: string, amount: number, more: object = {}) =>
    publish(chain.operator, subsidy, name, capOf(amount, more));
  const preview = (versionId: string, code: string, more: object = {}) =>
    done(chain.operator, 'previewAssignment', { nodeId: unitId(code), versionId, ...more });
  const refused = (versionId: string, code: string, more: object = {}, client = chain.operator) =>
    refusal(client, 'assignVersion', { nodeId: unitId(code), versionId, ...more });
  const assignments = () => chain.it.database.read.count(PolicyAssignment);

  it('reaches the subtree, and says for how many branches and in which fields', async () => {
    const { versionId } = await publishCap('封顶 15', 1500);
    const planned = await preview(versionId, 'EAST');
    const effect = await assign(chain.operator, versionId, 'EAST');
    expect(effect).toMatchObject({
      node: { id: unitId('EAST') },
      ...{ dryRun: false, branches: 2, changed: 2, unchanged: 0, reasons: [], problems: [] },
      fields: [{ kind: subsidy, field: 'mode', branches: 2 }],
    });
    expect(planned).toMatchObject({ dryRun: true, changed: effect.changed, fields: effect.fields, rowsWritten: 0 });
    expect([await cap('SHOP1'), await cap('SHOP3')]).toEqual([1500, 1200]);
  });

  it('says where it has no effect, and why', async () => {
    const near = await publishCap('本店', 900);
    await assign(chain.operator, near.versionId, 'SHOP1');
    const same = await publishCap('同样', 1500);
    await assign(chain.operator, same.versionId, 'WEST');
    const effect = await assign(chain.operator, (await publishCap('全国', 1500)).versionId, 'HQ');
    expect(effect).toMatchObject({ branches: 3, changed: 1, unchanged: 2 });
    expect(effect.reasons).toEqual(
      expect.arrayContaining([
        { code: 'overridden', branches: 1, units: 1, by: { id: unitId('SHOP1') }, examples: [{ id: unitId('SHOP1') }] },
        { code: 'same', branches: 1, units: 0, by: null, examples: [{ id: unitId('SHOP3') }] },
      ]),
    );
    const again = await assign(chain.operator, (await publishCap('再来', 1500)).versionId, 'HQ');
    expect(again).toMatchObject({ changed: 0, reasons: [{ code: 'same', branches: 3 }] });
  });

  it('refuses what is locked above, naming who locked it', async () => {
    const { versionId } = await publishCap('标准版', 1500, { lock: true });
    await assign(chain.operator, versionId, 'HQ');
    const before = await assignments();
    const other = await publishCap('华东版', 900);
    expect(await refused(other.versionId, 'EAST')).toMatchObject({
      code: 'LOCKED',
      field: 'mode',
      setBy: 'headquarters HQ · 标准版 v1',
    });
    expect(await preview(other.versionId, 'EAST')).toMatchObject({
      changed: 0,
      reasons: [{ code: 'locked', branches: 2, by: { id: unitId('HQ') } }],
      problems: [{ code: 'LOCKED', field: 'mode', nodeId: unitId('EAST'), setBy: 'headquarters HQ · 标准版 v1' }],
    });
    expect(await assignments()).toBe(before);
  });

  it('refuses what is out of a guard’s bounds, naming them and who set them', async () => {
    const { versionId } = await publishCap('限定版', 1500, { guard: { min: 500, max: 2000 } });
    await assign(chain.operator, versionId, 'HQ');
    expect(await refused((await publishCap('太高', 2500)).versionId, 'EAST')).toMatchObject({
      code: 'OUT_OF_BOUNDS',
      field: 'mode',
      allowed: { min: 500, max: 2000 },
      setBy: 'headquarters HQ · 限定版 v1',
    });
    await assign(chain.operator, (await publishCap('正好', 2000)).versionId, 'EAST');
    expect(await cap('SHOP2')).toBe(2000);
  });

  it('fits a rollback to bounds that came since, where somebody says so, and refuses it otherwise', async () => {
    const first = await publishCap('华东旧版', 2500);
    await assign(chain.operator, first.versionId, 'EAST');
    const second = await publishNext(chain.operator, first.policyId, capOf(1800));
    await assign(chain.operator, second, 'EAST');
    await assign(chain.operator, (await publishCap('收紧了', 1500, { guard: { max: 2000 } })).versionId, 'HQ');
    const before = await assignments();
    const back = { nodeId: unitId('EAST'), versionId: first.versionId };
    expect(await refusal(chain.operator, 'assignVersion', back)).toMatchObject({ code: 'OUT_OF_BOUNDS', allowed: { max: 2000 } });
    const foreseen = await done(chain.operator, 'previewAssignment', back);
    expect(foreseen.problems).toMatchObject([{ code: 'OUT_OF_BOUNDS' }]);
    expect(foreseen.warnings.map(({ code }: { code: string }) => code)).toContain('MAY_BE_FITTED');
    expect(await assignments()).toBe(before);
    expect(await done(chain.operator, 'previewAssignment', { ...back, fit: true })).toMatchObject({ changed: 2, problems: [] });
    expect(await done(chain.operator, 'assignVersion', { ...back, fit: true })).toMatchObject({ changed: 2 });
    expect(await fieldAt(chain.operator, 'SHOP2', subsidy, 'mode')).toMatchObject({
      ...{ value: { cap: 2000 }, state: 'adjusted', adjusted: { wanted: { cap: 2500 } } },
    });
    const forward = { nodeId: unitId('EAST'), versionId: (await publishCap('不是旧版', 2500)).versionId, fit: true };
    expect(await refusal(chain.operator, 'assignVersion', forward)).toMatchObject({ code: 'OUT_OF_BOUNDS' });
  });

  it('warns of values below that new bounds would bend', async () => {
    await assign(chain.operator, (await publishCap('华东高', 2500)).versionId, 'EAST');
    const { versionId } = await publishCap('收紧', 1500, { guard: { max: 2000 } });
    expect(await preview(versionId, 'HQ')).toMatchObject({
      problems: [],
      warnings: [{ code: 'ADJUSTED', field: 'mode', nodeId: unitId('EAST') }],
    });
    await assign(chain.operator, versionId, 'HQ');
    expect(await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode')).toMatchObject({
      value: { kind: 'actual', cap: 2000 },
      state: 'adjusted',
      adjusted: { wanted: { kind: 'actual', cap: 2500 }, by: { policyName: '收紧', versionNumber: 1 } },
    });
  });

  it('refuses free returns where a branch has no return address', async () => {
    const on = await publish(chain.operator, subsidy, '开通', { enabled: { set: true } });
    const { returnAddress: _, ...without } = standardRules;
    const { versionId } = await publish(chain.operator, rules, '无地址', { ...without, returnAddress: { set: null } });
    await assign(chain.operator, versionId, 'WEST');
    expect(await refused(on.versionId, 'HQ')).toMatchObject({
      code: 'RETURN_ADDRESS_MISSING',
      field: 'returnAddress',
      details: { problems: [{ nodeId: unitId('SHOP3'), nodeName: 'store SHOP3' }] },
    });
    await assign(chain.operator, on.versionId, 'EAST');
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'enabled')).value).toBe(true);
  });

  it('refuses to leave a compulsory field to its default', async () => {
    const before = await assignments();
    expect(await refusal(chain.operator, 'assignNothing', { nodeId: unitId('HQ'), kind: rules })).toMatchObject({
      code: 'COMPULSORY_FIELD',
    });
    const [{ id: policyId }] = (await done(chain.operator, 'policies', { search: '标准售后' })).items;
    const { items: held } = await done(chain.operator, 'policyAssignments', { policyId });
    expect(await refusal(chain.operator, 'cancelAssignment', { id: held[0].id, reason: '试' })).toMatchObject({
      code: 'COMPULSORY_FIELD',
    });
    expect(await assignments()).toBe(before);
  });

  describe('dates', () => {
    it('begin and end what they say, and nothing else', async () => {
      const { versionId } = await publishCap('活动', 3000);
      const [from, to] = [Date.now() + DAY, Date.now() + 2 * DAY];
      expect(await assign(chain.operator, versionId, 'EAST', { from: iso(from), to: iso(to) })).toMatchObject({ changed: 2 });
      const values = await Promise.all([from - 1, from, to - 1, to].map((at) => cap('SHOP1', iso(at))));
      expect(values).toEqual([1200, 3000, 3000, 1200]);
      expect(await cap('SHOP1')).toBe(1200);
    });

    it('refuse to end before they begin', async () => {
      const { versionId } = await publishCap('倒置', 3000);
      const from = Date.now() + DAY;
      expect(await refused(versionId, 'EAST', { from: iso(from), to: iso(from) })).toMatchObject({ code: 'EMPTY_INTERVAL' });
    });

    it('list what they cover', async () => {
      const first = await publishCap('甲', 1300);
      await assign(chain.operator, first.versionId, 'EAST');
      const second = await publishNext(chain.operator, first.policyId, capOf(1400));
      expect(await assign(chain.operator, second, 'EAST', { from: iso(Date.now() + DAY) })).toMatchObject({
        covers: [{ policyName: '甲', versionNumber: 1 }],
      });
      const third = await publishNext(chain.operator, first.policyId, capOf(1500));
      const covered = (await preview(third, 'EAST')).covers.map(({ versionNumber }: { versionNumber: number }) => versionNumber);
      expect(covered.sort()).toEqual([1, 2]);
    });
  });

  describe('a correction', () => {
    it('reaches back, is marked so, and needs a permission of its own', async () => {
      const past = Date.now() - 30 * DAY;
      const { versionId } = await publishCap('更正', 1100);
      const east = await publish(chain.east, subsidy, '华东自有', capOf(1000), 'EAST');
      expect(await refused(east.versionId, 'EAST', { from: iso(past) }, chain.east)).toMatchObject({
        ...{ code: 'FORBIDDEN', field: 'from', allowed: { min: expect.any(String) } },
        details: { problems: [{ nodeId: unitId('EAST') }] },
      });
      const planned = await done(chain.east, 'previewAssignment', {
        ...{ nodeId: unitId('EAST'), versionId: east.versionId, from: iso(past) },
      });
      expect(planned.problems).toMatchObject([{ code: 'FORBIDDEN', field: 'from' }]);
      await assign(chain.operator, versionId, 'EAST', { from: iso(past) });
      expect(await Promise.all([past - 1, past, Date.now()].map((at) => cap('SHOP1', iso(at))))).toEqual([1200, 1100, 1100]);
      const rows = await chain.it.database.read.findBy(PolicyAssignment, { versionId });
      expect(rows).toMatchObject([{ correction: true }]);
    });
  });

  describe('cancelling', () => {
    it('lets what lay beneath hold again, at every instant', async () => {
      const instants = [Date.now() - DAY, Date.now(), Date.now() + DAY].map(iso);
      await assign(chain.operator, (await publishCap('下', 1300)).versionId, 'EAST');
      const before = await Promise.all(instants.map((at) => cap('SHOP1', at)));
      const upper = await publishCap('上', 1400);
      await assign(chain.operator, upper.versionId, 'EAST');
      const { items: held } = await done(chain.operator, 'policyAssignments', { policyId: upper.policyId });
      const { id } = held[0];
      expect(await refusal(chain.manager, 'previewCancelAssignment', { id })).toMatchObject({ code: 'FORBIDDEN' });
      const foreseen = await done(chain.operator, 'previewCancelAssignment', { id });
      expect(foreseen).toMatchObject({ dryRun: true, rowsWritten: 0, problems: [] });
      const effect = await done(chain.operator, 'cancelAssignment', { id, reason: '误发' });
      expect(told(effect)).toEqual(told(foreseen));
      expect(effect).toMatchObject({ changed: 2, fields: [{ field: 'mode', branches: 2 }] });
      expect(await Promise.all(instants.map((at) => cap('SHOP1', at)))).toEqual(before);
      const { items: after } = await done(chain.operator, 'policyAssignments', { policyId: upper.policyId });
      expect(after).toMatchObject([{ cancelled: true }]);
      expect(await refusal(chain.operator, 'cancelAssignment', { id: held[0].id, reason: '再来' })).toMatchObject({
        code: 'ALREADY_CANCELLED',
      });
    });

    it('asks for a reason', async () => {
      expect(await refusal(chain.operator, 'cancelAssignment', { id: '0'.repeat(26), reason: ' ' })).toMatchObject({
        code: 'BAD_INPUT',
        field: 'reason',
      });
    });
  });

  it('goes back to inherit by assigning nothing', async () => {
    await assign(chain.operator, (await publishCap('华东低', 1300)).versionId, 'EAST');
    expect(await done(chain.operator, 'assignNothing', { nodeId: unitId('EAST'), kind: subsidy })).toMatchObject({
      changed: 2,
      covers: [{ policyName: '华东低' }],
    });
    expect(await cap('SHOP1')).toBe(1200);
  });

  describe('who may', () => {
    it('lets a region assign HQ’s versions at home and nowhere else', async () => {
      const { versionId } = await publishCap('全国版', 1500);
      expect((await done(chain.east, 'assignVersion', { nodeId: unitId('MALL'), versionId })).changed).toBe(2);
      expect(await refused(versionId, 'WEST', {}, chain.east)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refused(versionId, 'HQ', {}, chain.east)).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('lets no store manager assign', async () => {
      const { versionId } = await publishCap('全国版二', 1500);
      expect(await refused(versionId, 'SHOP1', {}, chain.manager)).toMatchObject({ code: 'FORBIDDEN' });
    });
  });

  it('leaves an audit event that names the version and the unit', async () => {
    const { versionId } = await publishCap('留痕', 1500);
    await assign(chain.operator, versionId, 'EAST', { reason: '促销' });
    const events = await chain.it.database.read.findBy(AuditEvent, { action: 'rules.assign', nodeId: unitId('EAST') });
    expect(events).toContainEqual(
      expect.objectContaining({
        actorName: '张敏',
        data: expect.objectContaining({ policyName: '留痕', number: 1, reason: '促销', changed: 2 }),
      }),
    );
  });

  it('knows no unit, version or draft to assign', async () => {
    const nobody = '0'.repeat(26);
    const { versionId, policyId } = await publishCap('在', 1500);
    const draft = await done(chain.operator, 'startDraft', { policyId });
    const codes = await Promise.all(
      [
        { nodeId: nobody, versionId },
        { nodeId: unitId('EAST'), versionId: nobody },
        { nodeId: unitId('EAST'), versionId: draft.id },
      ].map(async (variables) => (await ask(chain.operator, 'assignVersion', variables)).code),
    );
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'WRONG_STATUS']);
  });
});
