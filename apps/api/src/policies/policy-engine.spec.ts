import { hashOf } from '@headwater/policy';
import { AuditService } from '../audit/audit.service.js';
import { systemActor } from '../auth/actor.js';
import { Clock } from '../common/clock.js';
import { nextEpoch } from '../database/epoch.js';
import { smallChain, plantUnits, unitId } from '../testing/organization.js';
import { createTestDatabase, enginesHere, type TestDatabase } from '../testing/test-app.js';
import { TreeService } from '../tree/tree.service.js';
import { CoverageService } from './coverage.service.js';
import { LibraryService } from './library.service.js';
import { ApprovalService } from './approval.service.js';
import { AssignmentService } from './assignment.service.js';
import { PolicyPromise } from './policy.entity.js';
import { PlannedRules } from './planned-rules.js';
import { PolicyEngine } from './policy-engine.service.js';
import { PolicyWriter } from './policy-writer.service.js';
import { ReviewService } from './review.service.js';
import { PromiseService } from './promise.service.js';
import { standardRules, subsidy } from './testing/operations.js';

const DAY = 86_400_000;
const actor = systemActor('演示');

/** One process: services of its own over a shared database. */
function processOver({ database }: TestDatabase) {
  const clock = new Clock();
  const tree = new TreeService(database);
  const engine = new PolicyEngine(database, tree, clock);
  const writer = new PolicyWriter(database, engine, new AuditService(tree, clock), clock);
  const approvals = new ApprovalService(writer, engine, database);
  const reviews = new ReviewService(writer, engine, approvals, database);
  return {
    ...{ clock, engine },
    library: new LibraryService(writer),
    assignments: new AssignmentService(writer, engine, database, approvals, reviews, new PlannedRules(), clock),
    coverage: new CoverageService(writer, engine, approvals, clock),
    promises: new PromiseService(engine, database),
  };
}
type Process = ReturnType<typeof processOver>;

async function publish({ library }: Process, kind: 'afterSalesRules' | typeof subsidy, name: string, directives: object) {
  const policy = await library.create(actor, { kind, name, ownerId: unitId('HQ') });
  const draft = await library.startDraft(actor, policy.result.id, null);
  const saved = await library.saveDraft(actor, draft.result.id, { directives, version: 1 });
  return (await library.publish(actor, saved.result.id, saved.result.version)).result.id;
}

describe.each(enginesHere())('the policy engine on %s', (engine) => {
  let it_: TestDatabase;
  let here: Process;
  let there: Process;

  beforeAll(async () => {
    it_ = await createTestDatabase(engine);
    await plantUnits(it_.database, smallChain);
    here = processOver(it_);
    there = processOver(it_);
    const versionId = await publish(here, 'afterSalesRules', '标准售后', standardRules);
    await here.assignments.assign(actor, { nodeId: unitId('HQ'), versionId });
  });
  afterAll(() => it_.close());

  const isOn = async ({ engine: of }: Process, code = 'SHOP1') => (await of.resolve(subsidy, unitId(code))).on;
  const turn = (on: boolean, code = 'HQ') => here.coverage.turn(actor, unitId(code), on, null);

  it('knows its own writes at once, and those of another process from the epoch on', async () => {
    expect(await isOn(there)).toBe(false);
    const { epoch } = await turn(true);
    expect(await isOn(here)).toBe(true);
    expect((await there.engine.atLeast(epoch)).epoch).toBeGreaterThanOrEqual(epoch);
    expect(await isOn(there)).toBe(true);
    await turn(false);
  });

  it('finds out about another process by itself within its poll', async () => {
    await isOn(there);
    await turn(true);
    await new Promise((resolve) => setTimeout(resolve, 550));
    expect(await isOn(there)).toBe(true);
    await turn(false);
  });

  it('says that an epoch is ahead rather than answer from an older one', async () => {
    await expect(here.engine.atLeast(1_000_000)).rejects.toMatchObject({ code: 'EPOCH_AHEAD' });
  });

  it('keeps answering from the state somebody holds', async () => {
    const held = await here.engine.current();
    await turn(true);
    const at = here.clock.now();
    expect(held.snapshot.resolve(subsidy, unitId('SHOP1') as never, at).on).toBe(false);
    expect((await here.engine.current()).snapshot.resolve(subsidy, unitId('SHOP1') as never, at).on).toBe(true);
    await turn(false);
  });

  it('shows a transaction what was committed before its epoch, to another process too', async () => {
    await isOn(there);
    await turn(true);
    await it_.database.inTransaction(async (tx) => {
      const epoch = await nextEpoch(tx, Date.now());
      const fresh = await there.engine.fresh(tx);
      expect(fresh.epoch).toBe(epoch);
      expect(fresh.snapshot.resolve(subsidy, unitId('SHOP1') as never, Date.now()).on).toBe(true);
    });
    await turn(false);
  });

  it('builds the same from everything at once as from one epoch after the other', async () => {
    await turn(true, 'EAST');
    await turn(false, 'SHOP1');
    const anew = processOver(it_);
    for (const code of ['HQ', 'EAST', 'SHOP1', 'SHOP2', 'SHOP3'])
      expect(await anew.engine.resolve(subsidy, unitId(code))).toEqual(await here.engine.resolve(subsidy, unitId(code)));
    await turn(false, 'EAST');
  });

  it('answers in words for a unit that is not there', async () => {
    await expect(here.engine.rules('0'.repeat(26))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await here.engine.rules(unitId('SHOP1'))).toMatchObject({ noReasonDays: 7, respondHours: 48 });
  });

  describe('promises', () => {
    const rows = () => it_.database.read.count(PolicyPromise);
    const freeze = (code: string, paidAt = Date.now(), { promises } = here) =>
      it_.database.inTransaction((tx) => promises.freezeMany(tx, [{ nodeId: unitId(code), paidAt }]).then(([frozen]) => frozen!));

    it('are stored once per distinct document, however many orders keep them', async () => {
      await turn(true, 'EAST');
      const before = await rows();
      const payments = ['SHOP1', 'SHOP2', 'SHOP3'].flatMap((code) =>
        Array.from({ length: 1000 }, () => ({ nodeId: unitId(code), paidAt: Date.now() })),
      );
      const frozen = await it_.database.inTransaction((tx) => here.promises.freezeMany(tx, payments));
      expect(frozen).toHaveLength(3000);
      expect(new Set(frozen.map(({ subsidyPromise }) => subsidyPromise)).size).toBe(2);
      expect(new Set(frozen.map(({ rulesPromise }) => rulesPromise)).size).toBe(1);
      expect(await rows()).toBe(before + 3);
      await freeze('SHOP2');
      await freeze('SHOP2', Date.now(), there);
      expect(await rows()).toBe(before + 3);
    });

    it('say what applied, and go on saying it when the rules have changed', async () => {
      await turn(true);
      const { subsidyPromise, rulesPromise, promiseEpoch } = await freeze('SHOP3');
      await turn(false);
      const content = await there.promises.read(subsidyPromise);
      expect(content).toMatchObject({
        kind: subsidy,
        suspended: false,
        values: { enabled: true, mode: { kind: 'actual', cap: 1200 } },
      });
      expect(hashOf(content)).toBe(subsidyPromise);
      const { values } = await here.promises.read(rulesPromise);
      expect(values).toMatchObject({ noReasonDays: 7 });
      expect(values).not.toHaveProperty('respondHours');
      expect(promiseEpoch).toBeLessThan((await here.engine.current()).epoch);
      expect((await freeze('SHOP3')).subsidyPromise).not.toBe(subsidyPromise);
    });

    it('are those of the payment’s instant, also for an order that comes in late', async () => {
      const now = Date.now();
      const versionId = await publish(here, subsidy, '更正', { mode: { set: { kind: 'actual', cap: 1935 } } });
      await here.assignments.assign(actor, { nodeId: unitId('WEST'), versionId, from: now - 30 * DAY, to: now - 10 * DAY });
      const caps = await Promise.all(
        [31, 30, 11, 10].map(async (days) => {
          const { values } = await here.promises.read((await freeze('SHOP3', now - days * DAY)).subsidyPromise);
          return 'mode' in values ? values.mode : null;
        }),
      );
      expect(caps).toEqual([1200, 1935, 1935, 1200].map((cap) => ({ kind: 'actual', cap })));
    });

    it('that a rolled back transaction stored are stored again by the next', async () => {
      const versionId = await publish(here, subsidy, '回滚', { mode: { set: { kind: 'actual', cap: 1 } } });
      await here.assignments.assign(actor, { nodeId: unitId('SHOP3'), versionId });
      const failing = it_.database.inTransaction(async (tx) => {
        await here.promises.freezeMany(tx, [{ nodeId: unitId('SHOP3'), paidAt: Date.now() }]);
        throw new Error('the order was refused');
      });
      await expect(failing).rejects.toThrow('refused');
      const { subsidyPromise } = await freeze('SHOP3');
      expect(await here.promises.read(subsidyPromise)).toMatchObject({ values: { mode: { cap: 1 } } });
    });

    it('know no document that was never promised', async () => {
      await expect(here.promises.read('0'.repeat(64))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });
});
