import type { Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';
import { assign, done, publish, publishNext, refusal, startChain, subsidy, takeBack, type Chain } from './testing/operations.js';

const NOBODY = '0'.repeat(26);

describe.each(enginesHere())('the policy library on %s', (engine) => {
  let chain: Chain;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterAll(() => chain.it.close());

  const create = (name: string, ownerId = unitId('HQ'), client = chain.operator) =>
    done(client, 'createPolicy', { kind: subsidy, name, ownerId });

  it('describes every kind by its fields', async () => {
    const kinds = await done(chain.manager, 'policyKinds');
    expect(kinds.map(({ key }: { key: string }) => key)).toEqual([
      ...['returnShippingSubsidy', 'afterSalesRules', 'serviceScripts', 'riskLimits'],
    ]);
    const [{ fields }] = kinds;
    expect(fields.find(({ key }: { key: string }) => key === 'mode')).toMatchObject({
      type: 'mode',
      unit: 'fen',
      default: { kind: 'actual', cap: 1200 },
      bounds: { min: 0, max: 10_000 },
      atPayment: true,
      branchMay: 'lower',
      guardable: 'range',
    });
    expect(fields.find(({ key }: { key: string }) => key === 'scope')).toMatchObject({ type: 'table.scope', guardable: null });
  });

  describe('a draft', () => {
    it('becomes an immutable version that the next draft starts from', async () => {
      const { id: policyId } = await create('起草');
      const draft = await done(chain.operator, 'startDraft', { policyId });
      expect(draft).toMatchObject({ number: 1, status: 'draft', directives: {}, authorName: '张敏' });
      expect(draft.allowedActions).toEqual(['policyVersion.saveDraft', 'policyVersion.publish']);
      const directives = { mode: { set: { kind: 'pickup', cap: 1935 }, lock: true } };
      const saved = await done(chain.operator, 'saveDraft', { id: draft.id, directives, notes: '封顶', version: draft.version });
      expect(saved).toMatchObject({ directives, notes: '封顶', version: Number(draft.version) + 1 });
      expect(saved.contentHash).not.toBe(draft.contentHash);
      const published = await done(chain.operator, 'publishVersion', { id: draft.id, version: saved.version });
      expect(published).toMatchObject({ status: 'published', number: 1, directives, contentHash: saved.contentHash });
      const next = await done(chain.operator, 'startDraft', { policyId });
      expect(next).toMatchObject({ number: 2, directives, contentHash: saved.contentHash });
      const policy = await done(chain.operator, 'policy', { id: policyId });
      expect(policy).toMatchObject({ draft: { number: 2 }, liveVersion: null, usedAt: 0, allowedActions: [] });
      expect(policy.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    });

    it('starts from the version that is named', async () => {
      const { policyId } = await publish(chain.operator, subsidy, '回到旧版', { enabled: { set: true } });
      await publishNext(chain.operator, policyId, { enabled: { set: false } });
      const draft = await done(chain.operator, 'startDraft', { policyId, fromNumber: 1 });
      expect(draft).toMatchObject({ number: 3, directives: { enabled: { set: true } } });
    });

    it('is the only one of its policy', async () => {
      const { id: policyId } = await create('唯一草稿');
      await done(chain.operator, 'startDraft', { policyId });
      expect(await refusal(chain.operator, 'startDraft', { policyId })).toMatchObject({
        code: 'DRAFT_EXISTS',
        details: { number: 1 },
      });
    });

    it('saved untouched writes nothing', async () => {
      const { id: policyId } = await create('未动');
      const draft = await done(chain.operator, 'startDraft', { policyId });
      const saved = await done(chain.operator, 'saveDraft', { id: draft.id, directives: {}, version: draft.version });
      expect(saved.version).toBe(draft.version);
    });

    it('is saved by one of two who read the same; the other learns who was first', async () => {
      const { id: policyId } = await create('两人');
      const draft = await done(chain.operator, 'startDraft', { policyId });
      const save = (cap: number) =>
        chain.operator.graphql(
          'mutation ($id: ID!, $d: JSON!, $v: Int!) { saveDraft(id: $id, directives: $d, version: $v) { version } }',
          {
            ...{ id: draft.id, v: draft.version, d: { mode: { set: { kind: 'actual', cap } } } },
          },
        );
      const answers = await Promise.all([save(1000), save(2000)]);
      expect(answers.map(({ code }) => code).sort()).toEqual(['STALE_VERSION', null].sort());
      const lost = answers.find(({ code }) => code !== null);
      expect(lost?.errors[0]?.extensions).toMatchObject({
        details: {
          seen: draft.version,
          now: Number(draft.version) + 1,
          meanwhile: { by: '张敏', action: 'policyVersion.saveDraft' },
        },
      });
    });

    it.each([
      [{ speed: { set: 1 } }, 'UNKNOWN_FIELD', 'speed'],
      [{ mode: { set: { kind: 'actual', cap: 10_001 } } }, 'OUT_OF_BOUNDS', 'mode'],
      [{ enabled: { set: 'yes' } }, 'WRONG_TYPE', 'enabled'],
      [{ enabled: { set: true, reset: true } }, 'SET_AND_RESET', 'enabled'],
      [{ scope: { guard: { min: 1 } } }, 'GUARD_NOT_ALLOWED', 'scope'],
      [
        { bearers: { set: { rows: [], otherwise: { HQ: 6000, branch: 3000 }, fallback: 'HQ' } } },
        'SHARES_DO_NOT_ADD_UP',
        'bearers',
      ],
    ])('refuses %j as %s', async (directives, code, field) => {
      const { id: policyId } = await create(`拒绝 ${code}`);
      const draft = await done(chain.operator, 'startDraft', { policyId });
      const said = await refusal(chain.operator, 'saveDraft', { id: draft.id, directives, version: draft.version });
      expect(said).toMatchObject({ code, field });
      expect(await done(chain.operator, 'policyVersion', { policyId, number: 1 })).toMatchObject({ directives: {}, version: 1 });
    });
  });

  describe('a published version', () => {
    it('cannot be saved or published again', async () => {
      const { versionId } = await publish(chain.operator, subsidy, '已发布', { enabled: { set: true } });
      expect(await refusal(chain.operator, 'publishVersion', { id: versionId, version: 3 })).toMatchObject({
        code: 'WRONG_STATUS',
        allowed: ['draft'],
      });
      expect(await refusal(chain.operator, 'saveDraft', { id: versionId, directives: {}, version: 3 })).toMatchObject({
        code: 'WRONG_STATUS',
      });
    });

    it('says something', async () => {
      const { id: policyId } = await create('空版本');
      const draft = await done(chain.operator, 'startDraft', { policyId });
      expect(await refusal(chain.operator, 'publishVersion', { id: draft.id, version: draft.version })).toMatchObject({
        code: 'EMPTY_VERSION',
      });
    });

    it('is retired only when it holds nowhere and is scheduled nowhere', async () => {
      const { policyId, versionId } = await publish(chain.operator, subsidy, '退役', {
        mode: { set: { kind: 'actual', cap: 900 } },
      });
      await assign(chain.operator, versionId, 'WEST');
      expect(await refusal(chain.operator, 'retireVersion', { id: versionId })).toMatchObject({
        code: 'VERSION_IN_USE',
        details: { units: 1, at: [{ id: unitId('WEST') }] },
      });
      const next = await publishNext(chain.operator, policyId, { mode: { set: { kind: 'actual', cap: 800 } } });
      const later = new Date(Date.now() + 86_400_000).toISOString();
      await assign(chain.operator, next, 'WEST', { from: later });
      expect(await refusal(chain.operator, 'retireVersion', { id: next })).toMatchObject({ code: 'VERSION_IN_USE' });
      await assign(chain.operator, next, 'WEST');
      const retired = await done(chain.operator, 'retireVersion', { id: versionId });
      expect(retired).toMatchObject({ status: 'retired', allowedActions: [] });
      expect(await refusal(chain.operator, 'assignVersion', { nodeId: unitId('WEST'), versionId })).toMatchObject({
        code: 'WRONG_STATUS',
      });
      await done(chain.operator, 'assignNothing', { nodeId: unitId('WEST'), kind: subsidy });
    });

    it('says of its assignments which one holds, and that the covered one holds again', async () => {
      const { policyId, versionId } = await publish(chain.operator, subsidy, '覆盖', {
        mode: { set: { kind: 'actual', cap: 800 } },
      });
      const second = await publishNext(chain.operator, policyId, { mode: { set: { kind: 'actual', cap: 900 } } });
      await assign(chain.operator, versionId, 'WEST');
      const [covering] = (await assign(chain.operator, second, 'WEST')).covers;
      const holding = async () => {
        const { items } = await done(chain.operator, 'policyAssignments', { policyId });
        return items.map(({ versionNumber, holds }: Loose) => [versionNumber, holds]);
      };
      expect(covering).toMatchObject({ versionNumber: 1 });
      expect(await holding()).toEqual([
        [2, true],
        [1, false],
      ]);
      const { items } = await done(chain.operator, 'policyAssignments', { policyId, number: 2 });
      await done(chain.operator, 'cancelAssignment', { id: items[0].id, reason: '撤回' });
      expect(await holding()).toEqual([
        [1, true],
        [2, false],
      ]);
      await done(chain.operator, 'assignNothing', { nodeId: unitId('WEST'), kind: subsidy });
    });

    it('tells where it is assigned by pages, what holds first, and sends no more than a page of them', async () => {
      const { policyId, versionId } = await publish(chain.operator, subsidy, '逐店', {
        mode: { set: { kind: 'actual', cap: 600 } },
      });
      const in_ = (days: number) => new Date(chain.it.clock.now() + days * 24 * 3_600_000).toISOString();
      await assign(chain.operator, versionId, 'WEST', { from: in_(9) });
      const soon = in_(5);
      await assign(chain.operator, versionId, 'EAST', { from: soon });
      for (const code of ['SHOP1', 'SHOP2', 'SHOP3']) await assign(chain.operator, versionId, code);
      const [line] = (await done(chain.operator, 'policies', { search: '逐店' })).items;
      expect(line).toMatchObject({ usedAt: 3, scheduled: 2, nextScheduled: { node: { id: unitId('EAST') }, from: soon } });
      const page = (after: string | null) =>
        done(chain.operator, 'policyAssignments', { policyId, number: 1, page: { first: 2, after } });
      const first = await page(null);
      expect(first).toMatchObject({ total: 5, items: [{ holds: true }, { holds: true }] });
      const second = await page(first.nextCursor);
      expect(second.items).toMatchObject([{ holds: true }, { node: { id: unitId('WEST') }, holds: false }]);
      const third = await page(second.nextCursor);
      expect(third).toMatchObject({ nextCursor: null, items: [{ node: { id: unitId('EAST') } }] });
      expect((await done(chain.east, 'policyAssignments', { policyId })).total).toBe(3);
      const beyond = { policyId, page: { first: 1000 } };
      expect(await refusal(chain.operator, 'policyAssignments', beyond)).toMatchObject({ field: 'page.first' });
      expect(await refusal(chain.operator, 'policyAssignments', { policyId, number: 9 })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusal(chain.operator, 'policyAssignments', { policyId: NOBODY })).toMatchObject({ code: 'NOT_FOUND' });
      await takeBack(chain);
    });

    it('can be assigned with a warning once it is deprecated', async () => {
      const { versionId } = await publish(chain.operator, subsidy, '弃用', { mode: { set: { kind: 'actual', cap: 700 } } });
      expect(await done(chain.operator, 'deprecateVersion', { id: versionId })).toMatchObject({ status: 'deprecated' });
      const preview = await done(chain.operator, 'previewAssignment', { nodeId: unitId('WEST'), versionId });
      expect(preview).toMatchObject({ problems: [], warnings: [{ code: 'VERSION_DEPRECATED' }] });
    });
  });

  describe('who may', () => {
    it('gives a region a library of its own, and lets it read HQ’s', async () => {
      const own = await create('华东自有', unitId('EAST'), chain.east);
      expect(own).toMatchObject({ owner: { id: unitId('EAST') }, allowedActions: ['policyVersion.startDraft'] });
      const names = (await done(chain.east, 'policies', { page: { first: 200 } })).items.map(
        ({ name }: { name: string }) => name,
      );
      expect(names).toEqual(expect.arrayContaining(['华东自有', '标准售后']));
      const hq = (await done(chain.east, 'policies', { search: '标准' })).items[0];
      expect(await refusal(chain.east, 'startDraft', { policyId: hq.id })).toMatchObject({ code: 'FORBIDDEN' });
      expect(await refusal(chain.east, 'createPolicy', { kind: subsidy, name: 'x', ownerId: unitId('WEST') })).toMatchObject({
        code: 'NOT_FOUND',
      });
    });

    it('counts in a region only what stands there', async () => {
      const standard = (await done(chain.operator, 'policies', { search: '标准' })).items[0];
      expect(standard).toMatchObject({ usedAt: 1, liveVersion: 1 });
      const fromEast = await done(chain.east, 'policy', { id: standard.id });
      expect(fromEast).toMatchObject({ usedAt: 0 });
      expect(await done(chain.east, 'policyAssignments', { policyId: standard.id })).toMatchObject({ total: 0, items: [] });
    });

    it('keeps the library from a store manager, and a policy of the west from the east', async () => {
      expect(await refusal(chain.manager, 'policies')).toMatchObject({ code: 'FORBIDDEN' });
      const west = await create('华西自有', unitId('WEST'));
      expect(await done(chain.east, 'policy', { id: west.id })).toBeNull();
      expect(await refusal(chain.east, 'startDraft', { policyId: west.id })).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('knows no policy that is not there', async () => {
      expect(await done(chain.operator, 'policy', { id: NOBODY })).toBeNull();
      expect(await refusal(chain.operator, 'startDraft', { policyId: NOBODY })).toMatchObject({ code: 'NOT_FOUND' });
      expect(await refusal(chain.operator, 'publishVersion', { id: NOBODY, version: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('refuses a name that its unit uses already, and one that is blank', async () => {
    await create('重名');
    expect(await refusal(chain.operator, 'createPolicy', { kind: subsidy, name: '重名', ownerId: unitId('HQ') })).toMatchObject({
      code: 'NAME_TAKEN',
    });
    expect(await refusal(chain.operator, 'createPolicy', { kind: subsidy, name: '  ', ownerId: unitId('HQ') })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'name',
    });
  });

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const all = await done(chain.operator, 'policies', { page: { first: 200 } });
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await done(chain.operator, 'policies', { page: { first: 3, after } });
      expect(page.total).toBe(all.total);
      seen.push(...page.items.map(({ id }: { id: string }) => id));
      after = page.nextCursor;
      if (after === null) break;
    }
    expect(seen).toEqual(all.items.map(({ id }: { id: string }) => id));
  });

  it('begin with the template of an industry where one is chosen', async () => {
    const { data } = await chain.operator.graphql('{ policyTemplates { kind industry label { zh } notes { zh } directives } }');
    const template = data.policyTemplates.find(
      ({ kind, industry }: { kind: string; industry: string }) => kind === subsidy && industry === 'snacks',
    );
    const given = { kind: subsidy, name: '零食版', ownerId: unitId('HQ') };
    const { id } = await done(chain.operator, 'createPolicy', { ...given, template: 'snacks' });
    const { versions, draft } = await done(chain.operator, 'policy', { id });
    expect(draft).toEqual({ number: 1 });
    expect(versions).toMatchObject([{ status: 'draft', directives: template.directives, notes: template.notes.zh }]);
    expect(await refusal(chain.operator, 'createPolicy', { ...given, name: '另一版', template: 'fruit' })).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'template', allowed: ['apparel', 'snacks', 'general', 'education', 'sameCity'] },
    });
  });
});
