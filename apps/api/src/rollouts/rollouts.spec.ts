import { ApprovalRule } from '../policies/approval.entity.js';
import { PolicyAssignment, PolicyRollout } from '../policies/policy.entity.js';
import {
  ask,
  assign,
  fieldAt,
  publish,
  publishNext,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from '../policies/testing/operations.js';
import type { Client, Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { enginesHere } from '../testing/test-app.js';

const HOUR = 3_600_000;
const EFFECT = `effect { dryRun branches changed unchanged reasons { code branches } problems { code field setBy } rowsWritten covers { id } }`;
const CHANGE = `rolloutId inPilot ${EFFECT}`;
const ROLLOUT = `id status branches inPilot currentStep version reason endReason endedAt policyName versionNumber node { id } allowedActions
  steps { number bps units { id } branches figures { reason inPilot { orders cases rejected subsidyPerOrder } others { orders } } }`;
const operations = {
  rollouts: `query ($filter: RolloutFilter, $page: PageInput) { it: rollouts(filter: $filter, page: $page) { total nextCursor items { ${ROLLOUT} } } }`,
  rollout: `query ($id: ID!) { it: rollout(id: $id) { ${ROLLOUT} } }`,
  previewStartRollout: `query ($input: RolloutInput!) { it: previewStartRollout(input: $input) { ${CHANGE} } }`,
  previewRollout: `query ($id: ID!, $move: RolloutMove!, $cohort: CohortInput) { it: previewRollout(id: $id, move: $move, cohort: $cohort) { ${CHANGE} } }`,
  startRollout: `mutation ($input: RolloutInput!, $reason: String!) { it: startRollout(input: $input, reason: $reason) { ${CHANGE} } }`,
  advanceRollout: `mutation ($id: ID!, $cohort: CohortInput!, $version: Int!) { it: advanceRollout(id: $id, cohort: $cohort, version: $version) { ${CHANGE} } }`,
  finishRollout: `mutation ($id: ID!, $reason: String!, $version: Int!) { it: finishRollout(id: $id, reason: $reason, version: $version) { ${CHANGE} } }`,
  cancelRollout: `mutation ($id: ID!, $reason: String!, $version: Int!) { it: cancelRollout(id: $id, reason: $reason, version: $version) { ${CHANGE} } }`,
  pauseRollout: `mutation ($id: ID!, $reason: String!, $version: Int!) { it: pauseRollout(id: $id, reason: $reason, version: $version) { ${ROLLOUT} } }`,
  resumeRollout: `mutation ($id: ID!, $reason: String!, $version: Int!) { it: resumeRollout(id: $id, reason: $reason, version: $version) { ${ROLLOUT} } }`,
} as const;

const answer = (client: Client, name: keyof typeof operations, variables: object = {}) =>
  client.graphql(operations[name], { ...variables });

async function done(client: Client, name: keyof typeof operations, variables: object = {}): Promise<Loose> {
  const { data, errors } = await answer(client, name, variables);
  if (errors.length > 0) throw new Error(`${name}: ${JSON.stringify(errors)}`);
  return data.it;
}

async function refused(client: Client, name: keyof typeof operations, variables: object = {}): Promise<Loose> {
  const { data, errors } = await answer(client, name, variables);
  if (errors.length === 0) throw new Error(`${name} went through: ${JSON.stringify(data)}`);
  return errors[0]?.extensions;
}

const cap = (fen: number) => ({ kind: 'actual' as const, cap: fen });

describe.each(enginesHere())('rollouts on %s', (engine) => {
  let chain: Chain;
  let versions: { first: string; next: string; policyId: string };
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  beforeEach(async () => {
    names += 1;
    const first = await publish(chain.operator, subsidy, `试点 ${String(names)}`, {
      mode: { set: cap(1500) },
      enabled: { set: true },
    });
    const next = await publishNext(chain.operator, first.policyId, { mode: { set: cap(2000) }, enabled: { set: true } });
    versions = { first: first.versionId, next, policyId: first.policyId };
    await assign(chain.operator, versions.first, 'HQ');
  });
  afterEach(async () => {
    for (const { id, version } of (await done(chain.operator, 'rollouts', { filter: { open: true } })).items)
      await done(chain.operator, 'cancelRollout', { id, version, reason: '清场' });
    await takeBack(chain);
  });
  afterAll(() => chain.it.close());

  const units = (...codes: string[]) => ({ units: codes.map(unitId) });
  const input = (cohort: object, more: object = {}) => ({ versionId: versions.next, nodeId: unitId('HQ'), cohort, ...more });
  const start = (cohort: object, more: object = {}, client = chain.operator) =>
    done(client, 'startRollout', { input: input(cohort, more), reason: '先试三家' });
  const capAt = async (code: string) => (await fieldAt(chain.operator, code, subsidy, 'mode')).value.cap;
  const caps = (...codes: string[]) => Promise.all(codes.map(capAt));
  const rollout = (id: string, client = chain.operator) => done(client, 'rollout', { id });

  it('bring a version to the branches picked, and to nobody else', async () => {
    const foreseen = await done(chain.operator, 'previewStartRollout', { input: input(units('SHOP1')) });
    expect(foreseen).toMatchObject({ inPilot: 1, effect: { dryRun: true, changed: 1, problems: [], rowsWritten: 0 } });
    expect(await capAt('SHOP1')).toBe(1500);
    const { rolloutId, effect } = await start(units('SHOP1'), { id: foreseen.rolloutId });
    expect(rolloutId).toBe(foreseen.rolloutId);
    expect(effect).toMatchObject({ changed: 1, reasons: [{ code: 'notInPilot', branches: effect.unchanged }] });
    expect(await caps('SHOP1', 'SHOP2', 'SHOP3')).toEqual([2000, 1500, 1500]);
    expect(await rollout(rolloutId)).toMatchObject({
      ...{ status: 'running', inPilot: 1, currentStep: 1, versionNumber: 2, node: { id: unitId('HQ') } },
      steps: [{ number: 1, bps: null, units: [{ id: unitId('SHOP1') }], branches: 1 }],
      allowedActions: ['rollout.advance', 'rollout.pause', 'rollout.finish', 'rollout.cancel'],
    });
  });

  it('are named where a pilot decides: in the reason, on the board, at the version', async () => {
    const { rolloutId } = await start(units('SHOP1'));
    const why = { nodeId: unitId('SHOP1'), kind: subsidy, field: 'mode' };
    const { data } = await chain.operator.graphql(
      `query ($nodeId: ID!, $kind: PolicyKindKey!, $field: String!) { explainRule(nodeId: $nodeId, kind: $kind, field: $field) {
         candidates { value source { rolloutId } beatenBy { id } } } }`,
      why,
    );
    expect(data.explainRule.candidates).toEqual([
      { value: 'replacedByPilot', source: { rolloutId: null }, beatenBy: { id: unitId('HQ') } },
      { value: 'applied', source: { rolloutId }, beatenBy: null },
    ]);
    const board = await chain.operator.graphql('{ coverage { items { inPilot source { rolloutId } } } }');
    expect(board.data.coverage.items).toEqual([{ inPilot: 1, source: { rolloutId: null } }]);
    const version = await chain.operator.graphql(
      'query ($id: ID!) { policy(id: $id) { usedAt inPilot liveVersion } policyAssignments(policyId: $id, number: 2) { items { rolloutId holds } } }',
      { id: versions.policyId },
    );
    expect(version.data.policy).toMatchObject({ usedAt: 1, inPilot: 1, liveVersion: 1 });
    expect(version.data.policyAssignments.items).toEqual([{ rolloutId, holds: true }]);
    expect(await ask(chain.operator, 'retireVersion', { id: versions.next })).toMatchObject({
      errors: [{ extensions: { code: 'VERSION_IN_USE' } }],
    });
  });

  it('are what a policy of which nothing else is in force is in, each branch counted once', async () => {
    const piloted = await publish(chain.operator, subsidy, `只在试点 ${String(names)}`, { mode: { set: cap(1800) } });
    const { versionId } = piloted;
    const counts = async (client = chain.operator) =>
      (await client.graphql('query ($id: ID!) { policy(id: $id) { usedAt inPilot liveVersion } }', { id: piloted.policyId })).data
        .policy;
    expect(await counts()).toEqual({ usedAt: 0, inPilot: 0, liveVersion: null });
    await start(units('MALL', 'SHOP3'), { versionId });
    await start(units('SHOP1'), { versionId, nodeId: unitId('EAST') });
    expect(await counts()).toEqual({ usedAt: 0, inPilot: 3, liveVersion: null });
  });

  it('go on step by step, and whoever is in stays in', async () => {
    const { rolloutId: id } = await start(units('SHOP3'));
    chain.it.clock.set(chain.it.clock.now() + HOUR);
    const drawn = await done(chain.operator, 'advanceRollout', { id, cohort: { bps: 9_999 }, version: 1 });
    expect(drawn.inPilot).toBe((await rollout(id)).branches);
    expect(await capAt('SHOP3')).toBe(2000);
    expect(await rollout(id)).toMatchObject({ currentStep: 2, version: 2, steps: [{ bps: null }, { bps: 9_999 }] });
    const earlier = new Date(chain.it.clock.now() - 1_000).toISOString();
    expect((await fieldAt(chain.operator, 'SHOP3', subsidy, 'mode', earlier)).value.cap).toBe(2000);
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode', earlier)).value.cap).toBe(1500);
  });

  it('write as many rows for a step over the whole chain as for one store', async () => {
    const one = await start(units('SHOP1'));
    await done(chain.operator, 'cancelRollout', { id: one.rolloutId, version: 1, reason: '再来' });
    const all = await start(units('EAST', 'WEST'));
    expect(all.effect.rowsWritten).toBe(one.effect.rowsWritten);
    expect(all.inPilot).toBeGreaterThan(one.inPilot);
  });

  it('pause by hand: the pilot stays, the next step waits until they are resumed', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    expect(await done(chain.operator, 'pauseRollout', { id, reason: '投诉变多', version: 1 })).toMatchObject({
      ...{ status: 'paused', allowedActions: ['rollout.resume', 'rollout.finish', 'rollout.cancel'] },
    });
    expect(await capAt('SHOP1')).toBe(2000);
    const next = { id, cohort: units('SHOP2'), version: 2 };
    expect(await refused(chain.operator, 'advanceRollout', next)).toMatchObject({ code: 'ROLLOUT_PAUSED' });
    expect(await refused(chain.operator, 'pauseRollout', { id, reason: '再停', version: 2 })).toMatchObject({
      code: 'WRONG_STATUS',
    });
    await done(chain.operator, 'resumeRollout', { id, reason: '查明', version: 2 });
    await done(chain.operator, 'advanceRollout', { ...next, version: 3 });
    expect(await caps('SHOP1', 'SHOP2')).toEqual([2000, 2000]);
  });

  it('end for everyone: the version is assigned and the pilot withdrawn at once', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    const foreseen = await done(chain.operator, 'previewRollout', { id, move: 'finish' });
    expect(foreseen.effect).toMatchObject({ dryRun: true, reasons: [{ code: 'same', branches: 1 }], covers: [{}] });
    await done(chain.operator, 'finishRollout', { id, reason: '效果好', version: 1 });
    expect(await caps('SHOP1', 'SHOP2', 'SHOP3')).toEqual([2000, 2000, 2000]);
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode')).source.versionNumber).toBe(2);
    expect(await rollout(id)).toMatchObject({ status: 'finished', inPilot: 0, endReason: '效果好', allowedActions: [] });
    const standing = await chain.it.database.read.findBy(PolicyAssignment, { rolloutId: id });
    expect(
      standing.filter(({ cohort, recordedTo, validTo }) => cohort !== null && recordedTo === null && validTo === null),
    ).toEqual([]);
  });

  it('are cancelled: what lay beneath holds again, and that they held until then stays known', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    chain.it.clock.set(chain.it.clock.now() + HOUR);
    await done(chain.operator, 'cancelRollout', { id, reason: '费用太高', version: 1 });
    expect(await capAt('SHOP1')).toBe(1500);
    const earlier = new Date(chain.it.clock.now() - 1_000).toISOString();
    expect((await fieldAt(chain.operator, 'SHOP1', subsidy, 'mode', earlier)).value.cap).toBe(2000);
    expect(await refused(chain.operator, 'cancelRollout', { id, reason: '再来', version: 2 })).toMatchObject({
      code: 'WRONG_STATUS',
    });
  });

  it.each([
    ['of nobody', () => units(), 'EMPTY_COHORT'],
    ['of a unit elsewhere', () => units('WEST'), 'COHORT_OUTSIDE'],
    ['of a unit that does not exist', () => units('GHOST'), 'COHORT_OUTSIDE'],
    ['that is both drawn and picked', () => ({ bps: 500, ...units('SHOP1') }), 'BAD_INPUT'],
    ['that is neither', () => ({}), 'BAD_INPUT'],
    ['of more units picked by hand than are named', () => units(...Array<string>(2_001).fill('SHOP1')), 'COHORT_TOO_LARGE'],
    ['of everybody by share', () => ({ bps: 10_000 }), 'BAD_INPUT'],
  ])('refuse a cohort %s', async (_, cohort, code) => {
    const wanted = { input: input(cohort(), { nodeId: unitId('EAST') }), reason: '试' };
    expect(await refused(chain.operator, 'startRollout', wanted)).toMatchObject({ code });
    expect(await refused(chain.operator, 'previewStartRollout', { input: wanted.input })).toMatchObject({ code });
  });

  it('refuse a step that reaches nobody new, and a share that does not rise', async () => {
    const { rolloutId: id } = await start({ bps: 9_000 });
    const next = (cohort: object) => refused(chain.operator, 'advanceRollout', { id, cohort, version: 1 });
    expect(await next({ bps: 9_000 })).toMatchObject({ code: 'COHORT_NOT_LARGER', allowed: { bps: { min: 9_001 } } });
    const [inside] = (await chain.it.database.read.findOneByOrFail(PolicyAssignment, { rolloutId: id })).cohort ?? [];
    expect(await next({ units: [inside] })).toMatchObject({ code: 'COHORT_NOT_LARGER' });
  });

  it('refuse a version that is out of bounds where it would stand, naming who set them', async () => {
    const lock = await publish(chain.operator, subsidy, `锁 ${String(names)}`, { mode: { set: cap(1200), lock: true } });
    await assign(chain.operator, lock.versionId, 'HQ');
    const wanted = { input: input(units('SHOP1'), { nodeId: unitId('EAST') }), reason: '试' };
    expect(await refused(chain.operator, 'startRollout', wanted)).toMatchObject({ code: 'LOCKED', field: 'mode' });
    const foreseen = await done(chain.operator, 'previewStartRollout', { input: wanted.input });
    expect(foreseen.effect.problems).toMatchObject([{ code: 'LOCKED', field: 'mode' }]);
    expect(await chain.it.database.read.countBy(PolicyRollout, { nodeId: unitId('EAST'), status: 'running' })).toBe(0);
  });

  it('refuse a second one of the kind at the unit, a stale one, and withdrawing their pilot behind their back', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    const again = { input: input(units('SHOP2')), reason: '再来' };
    expect(await refused(chain.operator, 'startRollout', again)).toMatchObject({ code: 'ROLLOUT_RUNNING', details: { id } });
    expect(await refused(chain.operator, 'finishRollout', { id, reason: '好', version: 7 })).toMatchObject({
      code: 'STALE_VERSION',
    });
    const { id: pilot } = await chain.it.database.read.findOneByOrFail(PolicyAssignment, { rolloutId: id });
    expect(await ask(chain.operator, 'cancelAssignment', { id: pilot, reason: '撤' })).toMatchObject({
      errors: [{ extensions: { code: 'HELD_BY_ROLLOUT' } }],
    });
  });

  it('are for those who may assign there, and are not there for others', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    expect(await refused(chain.manager, 'rollouts')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await rollout(id, chain.east)).toBeNull();
    expect((await done(chain.east, 'rollouts', { filter: { open: true } })).total).toBe(0);
    expect(await refused(chain.east, 'finishRollout', { id, reason: '好', version: 1 })).toMatchObject({ code: 'NOT_FOUND' });
    const wanted = { input: input(units('SHOP1')), reason: '试' };
    expect(await refused(chain.east, 'startRollout', wanted)).toMatchObject({ code: 'NOT_FOUND' });
    const { rolloutId: own } = await start(units('SHOP2'), { nodeId: unitId('EAST') }, chain.east);
    const seen = await done(chain.east, 'rollouts', { filter: { open: true } });
    expect(seen.items.map(({ id: each }: Loose) => each)).toEqual([own]);
  });

  it('are no way round an approval, but may always be withdrawn', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    const rule = { kind: subsidy, branchesOver: 0, locks: false, costOver: null, authorName: '系统', updatedAt: 0 };
    await chain.it.database.inTransaction((tx) => tx.insert(ApprovalRule, rule));
    try {
      expect(await refused(chain.operator, 'finishRollout', { id, reason: '好', version: 1 })).toMatchObject({
        code: 'APPROVAL_REQUIRED',
      });
      const next = { id, cohort: units('SHOP2'), version: 1 };
      expect(await refused(chain.operator, 'advanceRollout', next)).toMatchObject({ code: 'APPROVAL_REQUIRED' });
      expect((await done(chain.operator, 'cancelRollout', { id, reason: '不做了', version: 1 })).effect.changed).toBe(1);
    } finally {
      await chain.it.database.inTransaction((tx) => tx.delete(ApprovalRule, { kind: subsidy }));
    }
  });

  it('are told in the audit, each verb once', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    await done(chain.operator, 'pauseRollout', { id, reason: '等等', version: 1 });
    await done(chain.operator, 'resumeRollout', { id, reason: '继续', version: 2 });
    await done(chain.operator, 'advanceRollout', { id, cohort: units('EAST'), version: 3 });
    await done(chain.operator, 'cancelRollout', { id, reason: '不做了', version: 4 });
    const rows = await chain.it.database.read.query<{ action: string }[]>(
      'SELECT action FROM audit_event WHERE subject_id = ? ORDER BY id',
      [id],
    );
    expect(rows.map(({ action }) => action)).toEqual(
      ['start', 'pause', 'resume', 'advance', 'cancel'].map((verb) => `rollout.${verb}`),
    );
  });

  it('are listed the latest first, page by page', async () => {
    const { rolloutId: first } = await start(units('SHOP1'));
    await done(chain.operator, 'cancelRollout', { id: first, version: 1, reason: '再来' });
    chain.it.clock.set(chain.it.clock.now() + HOUR);
    const { rolloutId: second } = await start(units('SHOP2'));
    const page = await done(chain.operator, 'rollouts', { page: { first: 1 } });
    expect(page.items.map(({ id }: Loose) => id)).toEqual([second]);
    const rest = await done(chain.operator, 'rollouts', { page: { first: 1, after: page.nextCursor } });
    expect(rest.items.map(({ id }: Loose) => id)).toEqual([first]);
    expect((await done(chain.operator, 'rollouts', { filter: { open: true } })).total).toBe(1);
    const { rolloutId: third } = await start(units('SHOP1'), { nodeId: unitId('EAST') });
    const listed = async (filter: object): Promise<string[]> =>
      (await done(chain.operator, 'rollouts', { filter })).items.map(({ id }: Loose) => id);
    expect(await listed({ open: true, within: unitId('EAST') })).toEqual([third]);
    expect(await listed({ within: unitId('NOWHERE') })).toEqual([]);
    await done(chain.operator, 'pauseRollout', { id: second, reason: '等等', version: 1 });
    expect(await listed({ status: 'paused', within: unitId('HQ') })).toEqual([second]);
  });

  it('know nothing of how it goes before there are orders', async () => {
    const { rolloutId: id } = await start(units('SHOP1'));
    expect((await rollout(id)).steps[0].figures).toEqual({
      ...{ reason: null, inPilot: { orders: 0, cases: 0, rejected: 0, subsidyPerOrder: null }, others: { orders: 0 } },
    });
  });
});
