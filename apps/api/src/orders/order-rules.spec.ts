import {
  assign,
  done,
  publish,
  publishNext,
  rules,
  standardRules,
  startChain,
  subsidy,
  takeBack,
  type Chain,
} from '../policies/testing/operations.js';
import { plantColleague } from '../policies/testing/reviewers.js';
import { signedIn, type Client, type Loose } from '../testing/client.js';
import { unitId } from '../testing/organization.js';
import { plantPerson } from '../testing/people.js';
import { enginesHere } from '../testing/test-app.js';
import { OrderWriter } from './order-writer.service.js';
import { SalesOrder } from './order.entity.js';

const HOUR = 3_600_000;
const BY =
  'source { node { id } track policyName versionNumber approval { number approverName } } policyId versionAuthor publishedAt assignmentId assignedBy assignedAt reason correction cancelled review { reviewerName reviewedAt }';
const QUERY = `query ($orderId: ID!) { it: orderRules(orderId: $orderId) { code node { id } paidAt epoch knownAt lines { name freeReturns }
  kinds { kind hash suspended reproduced suspension { node { id } reason authorName from review { reviewerName } } fields { key value reproduced by { ${BY} } lock { node { id } by { ${BY} } } exemptions { node { id } ancestor { id } to reason authorName approval { number } } since { value by { ${BY} } } } } } }`;

describe.each(enginesHere())('what applied to an order on %s', (engine) => {
  let chain: Chain;
  let auditor: Client;
  let orders = 0;
  beforeAll(async () => {
    chain = await startChain(engine);
    await plantPerson(chain.it.database, { email: 'audit@example.com', name: '钱审', roles: [['auditor', 'HQ']] });
    auditor = await signedIn(chain.it, 'audit@example.com');
  });
  afterEach(() => takeBack(chain));
  afterAll(() => chain.it.close());

  const goods = {
    sku: 'A',
    name: '羽绒服',
    category: 'coat',
    quantity: 1,
    unitPrice: 5_000,
    paidAmount: 5_000,
    freightAmount: 0,
  };
  /** Sells at SHOP1, paid now; the order's id. */
  const sell = async (more: object = {}): Promise<string> => {
    orders += 1;
    const now = chain.it.clock.now();
    const instants = { placedAt: now, paidAt: now, shippedAt: null, deliveredAt: null, promisedAt: null, completedAt: null };
    const draft = {
      ...{ source: 'shop', externalNo: String(orders), nodeId: unitId('SHOP1'), channel: 'express' as const },
      ...{ status: 'paid' as const, currency: 'CNY', instants: { ...instants, cancelledAt: null } },
      ...{ buyer: { ref: 'b1', name: '林小雨', phone: null, region: null }, lines: [goods] },
      payments: [{ method: 'wechat', amount: 5_000 }],
      ...more,
    };
    const writer = chain.it.app.get(OrderWriter, { strict: false });
    await chain.it.database.inTransaction((tx) => writer.write(tx, [draft], now));
    return (await chain.it.database.read.findOneByOrFail(SalesOrder, { externalNo: String(orders) })).id;
  };
  const trail = async (orderId: string, client = auditor): Promise<Loose> => {
    const { data, errors } = await client.graphql(QUERY, { orderId });
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data.it;
  };
  const person = async (email: string, name: string, role: 'administrator' | 'operator') => {
    await plantPerson(chain.it.database, { email, name, roles: [[role, 'HQ']] });
    return signedIn(chain.it, email);
  };
  const kindOf = (it: Loose, kind: string): Loose => it.kinds.find((each: Loose) => each.kind === kind);
  const fieldOf = (it: Loose, key: string): Loose =>
    it.kinds.flatMap(({ fields }: Loose) => fields).find((field: Loose) => field.key === key);
  const iso = (at: number) => new Date(at).toISOString();

  it('names for each field of the promise its value, the version and its author, and who assigned it, when and why', async () => {
    const { versionId, policyId } = await publish(chain.east, rules, '华东售后', { selfServiceDays: { set: 30 } }, 'EAST');
    await assign(chain.operator, versionId, 'EAST', { reason: '周年庆' });
    const it = await trail(await sell());
    expect(it).toMatchObject({ node: { id: unitId('SHOP1') }, knownAt: expect.any(String), epoch: expect.any(Number) });
    expect(it.kinds.map(({ kind, reproduced, hash }: Loose) => [kind, reproduced, hash.length])).toEqual([
      [subsidy, true, 64],
      [rules, true, 64],
    ]);
    expect(fieldOf(it, 'selfServiceDays')).toMatchObject({
      ...{ value: 30, reproduced: true, lock: null, since: null },
      by: {
        source: { node: { id: unitId('EAST') }, track: 'library', policyName: '华东售后', versionNumber: 1 },
        ...{ policyId, versionAuthor: '李娜', assignedBy: '张敏', reason: '周年庆', correction: false, cancelled: false },
      },
    });
    expect(fieldOf(it, 'noReasonDays').by).toMatchObject({ source: { policyName: '标准售后' }, versionAuthor: '张敏' });
    expect(fieldOf(it, 'qualityDays')).toMatchObject({ value: 30, by: null, reproduced: true });
    // What is in force when it is used was never promised.
    expect(fieldOf(it, 'respondHours')).toBeUndefined();
  });

  it('names who approved it, where a change set brought it', async () => {
    const colleague = await plantColleague(chain);
    const own = { verb: 'setOwn', kind: rules, nodeId: unitId('EAST'), changes: { selfServiceDays: { set: 33 } } };
    const drafted = await done(chain.operator, 'createChangeSet', { input: { title: '华东调整', operations: [own] } });
    const set = await done(chain.operator, 'submitChangeSet', { id: drafted.id, version: drafted.version });
    const { id, contentHash, impact } = set;
    await done(colleague, 'approveChangeSet', { id, contentHash, impactHash: impact.impactHash });
    expect(fieldOf(await trail(await sell()), 'selfServiceDays')).toMatchObject({
      value: 33,
      by: { assignedBy: '张敏', source: { approval: { number: set.number, approverName: '陈杰' } } },
    });
  });

  it('names whose lock held', async () => {
    const locked = { ...standardRules, selfServiceDays: { set: 20, lock: true as const } };
    const { versionId } = await publish(chain.operator, rules, '锁定版', locked);
    await assign(chain.operator, versionId, 'HQ');
    expect(fieldOf(await trail(await sell()), 'selfServiceDays').lock).toMatchObject({
      node: { id: unitId('HQ') },
      by: { source: { policyName: '锁定版', versionNumber: 1 }, assignedBy: '张敏' },
    });
  });

  it('names the exemption that let a unit differ from a lock, and keeps it after it was revoked', async () => {
    const locked = { ...standardRules, selfServiceDays: { set: 20, lock: true as const } };
    await assign(chain.operator, (await publish(chain.operator, rules, '豁免版', locked)).versionId, 'HQ');
    const to = iso(chain.it.clock.now() + 24 * HOUR);
    const place = { nodeId: unitId('SHOP1'), kind: rules, ancestorId: unitId('HQ'), fields: ['selfServiceDays'] };
    await done(chain.operator, 'grantExemption', { input: { ...place, to }, reason: '开业' });
    const own = { nodeId: unitId('SHOP1'), kind: rules, changes: { selfServiceDays: { set: 25 } }, ownVersion: 0 };
    const { ownVersion } = await done(chain.operator, 'effectiveRules', { nodeId: unitId('SHOP1'), kind: rules });
    await done(chain.operator, 'setOwnRules', { ...own, ownVersion });
    const id = await sell();
    const told = { node: { id: unitId('SHOP1') }, ancestor: { id: unitId('HQ') }, to, reason: '开业', authorName: '张敏' };
    const field = fieldOf(await trail(id), 'selfServiceDays');
    expect(field).toMatchObject({ value: 25, lock: null, exemptions: [{ ...told, approval: null }] });
    expect(fieldOf(await trail(id), 'noReasonDays').exemptions).toEqual([]);
    const { items } = await done(chain.operator, 'exemptions', { filter: { kind: rules } });
    await done(chain.operator, 'revokeExemption', { id: items[0].id, reason: '到此为止' });
    expect(fieldOf(await trail(id), 'selfServiceDays').exemptions).toMatchObject([told]);
    expect(fieldOf(await trail(await sell()), 'selfServiceDays')).toMatchObject({ value: 20, exemptions: [] });
  });

  it('keeps what was known at payment when a correction comes later, and tells of it', async () => {
    const before = chain.it.clock.now() - HOUR;
    const id = await sell();
    const { versionId } = await publish(chain.operator, rules, '更正版', { ...standardRules, selfServiceDays: { set: 40 } });
    await assign(chain.operator, versionId, 'EAST', { from: iso(before), reason: '补录' });
    const it = await trail(id);
    expect(kindOf(it, rules).reproduced).toBe(true);
    expect(fieldOf(it, 'selfServiceDays')).toMatchObject({
      ...{ value: 15, by: null, reproduced: true },
      since: { value: 40, by: { source: { policyName: '更正版' }, correction: true, reason: '补录' } },
    });
    expect(fieldOf(it, 'qualityDays').since).toBeNull();
  });

  it('still names what was withdrawn since, as what it was at payment', async () => {
    const { versionId } = await publish(chain.operator, rules, '短命版', { selfServiceDays: { set: 50 } });
    await assign(chain.operator, versionId, 'EAST');
    const id = await sell();
    await takeBack(chain);
    expect(fieldOf(await trail(id), 'selfServiceDays')).toMatchObject({
      ...{ value: 50, reproduced: true, by: { source: { policyName: '短命版' }, cancelled: true } },
      since: { value: 15, by: null },
    });
  });

  it('says which fields resolving anew does not reproduce', async () => {
    const { versionId } = await publish(chain.operator, rules, '别处', { selfServiceDays: { set: 60 } });
    await assign(chain.operator, versionId, 'EAST');
    const [other, id] = [await sell(), await (await takeBack(chain), sell())];
    const { read } = chain.it.database;
    const { rulesPromise } = await read.findOneByOrFail(SalesOrder, { id: other });
    await read.update(SalesOrder, id, { rulesPromise });
    const it = await trail(id);
    expect([kindOf(it, rules).reproduced, kindOf(it, subsidy).reproduced]).toEqual([false, true]);
    const failed = kindOf(it, rules).fields.filter(({ reproduced }: Loose) => !reproduced);
    expect(failed).toMatchObject([{ key: 'selfServiceDays', value: 60, by: null }]);
  });

  it('tells for each line whether free returns were promised, and of a suspension', async () => {
    const scope = { categories: ['coat'], priceFrom: null, priceTo: null, channels: null, covered: true };
    const on = { enabled: { set: true }, scope: { set: [scope] } };
    await assign(chain.operator, (await publish(chain.operator, subsidy, '包运费', on)).versionId, 'HQ');
    const lines = [goods, { ...goods, sku: 'B', name: '内衣', category: 'underwear' }];
    const two = { lines, payments: [{ method: 'wechat', amount: 10_000 }] };
    expect((await trail(await sell(two))).lines).toEqual([
      { name: '羽绒服', freeReturns: true },
      { name: '内衣', freeReturns: false },
    ]);
    await done(chain.operator, 'suspendCoverage', { nodeId: unitId('SHOP1'), reason: '整改' });
    const it = await trail(await sell());
    expect(it.lines).toEqual([{ name: '羽绒服', freeReturns: false }]);
    expect(kindOf(it, subsidy)).toMatchObject({ suspended: true, reproduced: true });
    expect(kindOf(it, subsidy).suspension).toMatchObject({
      ...{ node: { id: unitId('SHOP1') }, reason: '整改', authorName: '张敏', review: null },
    });
    expect(kindOf(it, rules).suspension).toBeNull();
  });

  it('tells free returns of a campaign for the lines that were sold in it', async () => {
    const row = { categories: null, priceFrom: null, priceTo: null, channels: null, campaign: 'D11', covered: true };
    const on = { enabled: { set: true }, scope: { set: [row] } };
    await assign(chain.operator, (await publish(chain.operator, subsidy, '双十一包运费', on)).versionId, 'HQ');
    const lines = [
      { ...goods, campaigns: ['618', 'D11'] },
      { ...goods, sku: 'B', name: '内衣', campaigns: ['618'] },
    ];
    const it = await trail(await sell({ lines, payments: [{ method: 'wechat', amount: 10_000 }] }));
    expect(it.lines.map(({ freeReturns }: Loose) => freeReturns)).toEqual([true, false]);
    expect(kindOf(it, subsidy).reproduced).toBe(true);
  });

  it('names who looked afterwards at a rollback and at a suspension that acted at once', async () => {
    const [administrator, colleague] = await Promise.all([
      person('root@example.com', '周涛', 'administrator'),
      person('op3@example.com', '何静', 'operator'),
    ]);
    const on = { enabled: { set: true } };
    const { policyId, versionId } = await publish(chain.operator, subsidy, '包运费旧版', on);
    const next = await publishNext(chain.operator, policyId, { ...on, mode: { set: { kind: 'actual', cap: 900 } } });
    await assign(chain.operator, versionId, 'EAST');
    await assign(chain.operator, next, 'EAST');
    const rule = { kind: subsidy, branchesOver: 1, costOver: null, locks: false, enabled: true, version: 0 };
    await done(administrator, 'setApprovalRule', { input: rule });
    await assign(chain.operator, versionId, 'EAST');
    const sold = await sell();
    const rolledBack = async () => fieldOf(await trail(sold), 'enabled').by;
    expect(await rolledBack()).toMatchObject({ source: { versionNumber: 1 }, review: { reviewerName: null, reviewedAt: null } });
    await done(chain.operator, 'suspendCoverage', { nodeId: unitId('EAST'), reason: '整改' });
    const id = await sell();
    for (const { id: open } of (await done(colleague, 'policyReviews')).items)
      await done(colleague, 'reviewPolicyAct', { id: open });
    expect(await rolledBack()).toMatchObject({ review: { reviewerName: '何静' } });
    const { suspension } = kindOf(await trail(id), subsidy);
    expect(suspension).toMatchObject({ node: { id: unitId('EAST') }, authorName: '张敏', review: { reviewerName: '何静' } });
    await done(administrator, 'setApprovalRule', { input: { ...rule, enabled: false, version: 1 } });
  });

  it('has nothing to tell of an order that was never paid', async () => {
    const now = chain.it.clock.now();
    const instants = { placedAt: now, paidAt: null, shippedAt: null, deliveredAt: null, promisedAt: null, completedAt: null };
    const id = await sell({ status: 'cancelled', instants: { ...instants, cancelledAt: now } });
    expect(await trail(id)).toMatchObject({ paidAt: null, epoch: null, kinds: [], lines: [{ freeReturns: false }] });
  });

  it('is for whoever reads the order: the store, its region and the auditor, and nobody else', async () => {
    const id = await sell();
    for (const client of [chain.operator, chain.east, chain.manager, auditor])
      expect((await trail(id, client)).node.id).toBe(unitId('SHOP1'));
    await plantPerson(chain.it.database, { email: `w${engine}@example.com`, roles: [['storeManager', 'SHOP3']] });
    const west = await signedIn(chain.it, `w${engine}@example.com`);
    expect((await west.graphql(QUERY, { orderId: id })).code).toBe('NOT_FOUND');
  });
});
