import { AuditEvent } from '../audit/audit-event.entity.js';
import { signedIn, type Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { enginesHere } from '../testing/test-app.js';
import { PolicyAssignment } from './policy.entity.js';
import {
  assign,
  done,
  fieldAt,
  publish,
  refusal,
  rules,
  standardRules,
  startChain,
  takeBack,
  type Chain,
} from './testing/operations.js';

const DAY = 24 * 3_600_000;

describe.each(enginesHere())('rescheduling on %s', (engine) => {
  let chain: Chain;
  let names = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const iso = (days: number) => new Date(chain.it.clock.now() + days * DAY).toISOString();
  const rows = () => chain.it.database.read.find(PolicyAssignment, { order: { recordedFrom: 'DESC', id: 'DESC' } });
  /** A version of these directives, assigned; the assignment's id. */
  const push = async (code: string, directives: object, more: object = {}, client = chain.operator, owner = 'HQ') => {
    names += 1;
    const { versionId } = await publish(client, rules, `改期 ${String(names)}`, directives as never, owner);
    await assign(client, versionId, code, more);
    return { id: (await rows())[0]?.id ?? '', name: `改期 ${String(names)}` };
  };
  const days = (n: number) => ({ selfServiceDays: { set: n } });
  const reschedule = (id: string, from: string, to: string | null = null, client = chain.operator): Promise<Loose> =>
    done(client, 'rescheduleAssignment', { id, from, to, reason: '供货延期' });
  const refused = (id: string, from: string, to: string | null = null, client = chain.operator): Promise<Loose> =>
    refusal(client, 'rescheduleAssignment', { id, from, to, reason: '供货延期' });
  const selfService = async (code: string, at: string): Promise<number> =>
    (await fieldAt(chain.operator, code, rules, 'selfServiceDays', at)).value;

  it('gives what has not begun another date, in one epoch', async () => {
    const { id } = await push('EAST', days(30), { from: iso(5) });
    const from = iso(12);
    const foreseen = await done(chain.operator, 'previewReschedule', { id, from, to: iso(20) });
    const effect = await reschedule(id, from, iso(20));
    expect(effect).toMatchObject({ dryRun: false, branches: 2, changed: 2, problems: [] });
    expect(foreseen).toMatchObject({ dryRun: true, changed: effect.changed, fields: effect.fields, rowsWritten: 0 });
    const [made, old] = await rows();
    expect(old).toMatchObject({ id, recordedTo: effect.epoch, cancelReason: '供货延期' });
    expect(made).toMatchObject({ recordedFrom: effect.epoch, recordedTo: null, correction: false, reason: '供货延期' });
    const values = await Promise.all([6, 13, 21].map((day) => selfService('SHOP1', iso(day))));
    expect(values).toEqual([15, 30, 15]);
  });

  it('begins at once where no date is given', async () => {
    const { id } = await push('EAST', days(30), { from: iso(5) });
    expect(await done(chain.operator, 'rescheduleAssignment', { id, reason: '提前' })).toMatchObject({ changed: 2 });
    expect((await rows())[0]).toMatchObject({ correction: false });
    expect(await selfService('SHOP1', iso(1))).toBe(30);
  });

  it('writes as few rows over a region as over a store (law 19)', async () => {
    const [wide, narrow] = [await push('EAST', days(30), { from: iso(5) }), await push('SHOP3', days(20), { from: iso(5) })];
    const effects = [await reschedule(wide.id, iso(6)), await reschedule(narrow.id, iso(6))];
    expect(effects.map(({ rowsWritten }: Loose) => rowsWritten)).toEqual([5, 5]);
  });

  it('is in the audit log, with both dates', async () => {
    const { id, name } = await push('EAST', days(30), { from: iso(5) });
    await reschedule(id, iso(12));
    const [made, old] = await rows();
    const event = await chain.it.database.read.findOneByOrFail(AuditEvent, {
      action: 'rules.reschedule',
      subjectId: made?.id ?? '',
    });
    expect(event).toMatchObject({ actorName: '张敏', nodeId: unitId('EAST') });
    expect(event.data).toMatchObject({
      ...{ policyName: name, number: 1, replaces: id, reason: '供货延期', changed: 2 },
      ...{ from: made?.validFrom, fromBefore: old?.validFrom, to: null, toBefore: null },
    });
  });

  it('leaves no trace where the date stays', async () => {
    const from = iso(5);
    const { id } = await push('EAST', days(30), { from });
    const before = await rows();
    expect(await reschedule(id, from)).toMatchObject({ rowsWritten: 0 });
    expect(await rows()).toEqual(before);
  });

  it('lists what else is scheduled for the same fields, what is covered, and until when', async () => {
    const [from, to] = [iso(8), iso(15)];
    const other = await push('EAST', { ...days(20), respondHours: { set: 24 } }, { from, to });
    await push('EAST', { respondHours: { set: 12 } }, { from: iso(30) });
    const { id } = await push('EAST', { ...days(30), modifyMax: { set: 5 } }, { from: iso(40) });
    const clash = { assignment: { policyName: other.name }, fields: ['selfServiceDays'], from, to, covered: true };
    expect((await done(chain.operator, 'previewReschedule', { id, from: iso(2) })).clashes).toMatchObject([clash]);
    expect((await done(chain.operator, 'previewReschedule', { id, from: iso(16) })).clashes).toEqual([]);
    expect((await reschedule(id, iso(2))).clashes).toMatchObject([clash]);
  });

  it('lists the clash while a version is first scheduled too', async () => {
    const [from, to] = [iso(8), iso(15)];
    await push('EAST', days(20), { from, to });
    const { versionId } = await publish(chain.operator, rules, '撞期', days(30));
    const asked = { nodeId: unitId('EAST'), versionId, from: iso(10) };
    expect((await done(chain.operator, 'previewAssignment', asked)).clashes).toMatchObject([
      { fields: ['selfServiceDays'], from: asked.from, to, covered: true },
    ]);
  });

  it('is refused for what has begun, and for what was cancelled', async () => {
    const { id } = await push('EAST', days(30));
    expect(await refused(id, iso(3))).toMatchObject({ code: 'ALREADY_IN_FORCE' });
    await done(chain.operator, 'cancelAssignment', { id, reason: '误操作' });
    expect(await refused(id, iso(3))).toMatchObject({ code: 'ALREADY_CANCELLED' });
    expect(await refused('01HZZZZZZZZZZZZZZZZZZZZZZZ', iso(3))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is refused where it would end before it begins', async () => {
    const { id } = await push('EAST', days(30), { from: iso(5) });
    const at = iso(6);
    expect(await refused(id, at, at)).toMatchObject({ code: 'EMPTY_INTERVAL' });
    expect((await done(chain.operator, 'previewReschedule', { id, from: at, to: at })).problems).toMatchObject([
      { code: 'EMPTY_INTERVAL' },
    ]);
  });

  it('is refused without a reason', async () => {
    const { id } = await push('EAST', days(30), { from: iso(5) });
    expect(await refusal(chain.operator, 'rescheduleAssignment', { id, from: iso(6), reason: ' ' })).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'reason' },
    });
  });

  it('is refused where the rules that would hold until then are broken', async () => {
    const { id } = await push('WEST', { inspectDays: { set: 1 } }, { from: iso(2) });
    const below = await push('SHOP3', { refundDueDays: { set: 2 } }, { from: iso(3) });
    // From the third to the ninth day goods would be inspected after the refund is due.
    expect(await refused(id, iso(9))).toMatchObject({ code: 'INSPECTION_AFTER_REFUND_DUE' });
    expect(await reschedule(id, iso(1))).toMatchObject({ problems: [] });
    await done(chain.operator, 'cancelAssignment', { id: below.id, reason: '清场' });
  });

  it('is refused where such a change has to be approved first', async () => {
    const { id } = await push('EAST', days(30), { from: iso(5) });
    await plantPerson(chain.it.database, { email: 'admin@example.com', name: '赵总', roles: [['administrator', 'HQ']] });
    const admin = await signedIn(chain.it, 'admin@example.com');
    const setting = (enabled: boolean, version: number) =>
      done(admin, 'setApprovalRule', {
        input: { kind: rules, enabled, branchesOver: enabled ? 1 : null, locks: false, costOver: null, version },
      });
    await setting(true, 0);
    expect((await done(chain.operator, 'previewReschedule', { id, from: iso(6) })).approval).toMatchObject([
      { code: 'branches' },
    ]);
    expect(await refused(id, iso(6))).toMatchObject({ code: 'APPROVAL_REQUIRED' });
    await setting(false, 1);
  });

  it('into the past is a correction, and somebody else’s to make', async () => {
    const { id } = await push('EAST', { ...standardRules, ...days(30) }, { from: iso(5) });
    expect(await refused(id, iso(-1), null, chain.east)).toMatchObject({ code: 'FORBIDDEN' });
    expect((await done(chain.east, 'previewReschedule', { id, from: iso(-1) })).problems).toMatchObject([{ code: 'FORBIDDEN' }]);
    await reschedule(id, iso(-1));
    expect((await rows())[0]).toMatchObject({ correction: true });
  });

  it('needs what assigning and cancelling need', async () => {
    const [west, shop] = [await push('WEST', days(30), { from: iso(5) }), await push('SHOP1', days(31), { from: iso(5) })];
    expect(await refused(west.id, iso(6), null, chain.east)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refused(shop.id, iso(6), null, chain.manager)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await reschedule(shop.id, iso(6), null, chain.east)).toMatchObject({ changed: 1 });
  });
});
