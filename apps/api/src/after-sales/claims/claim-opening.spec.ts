import { checkClaims } from '../../cli/check/check-claims.js';
import { checkEntries, checkSummaries } from '../../cli/check/check-ledger.js';
import type { Loose } from '../../testing/client.js';
import { unitId, type Unit } from '../../testing/organization.js';
import { plantPerson } from '../../testing/people.js';
import { enginesHere } from '../../testing/test-app.js';
import { DAY, Desk, does, forAll, seen, type StaffEmail } from '../testing/desk.js';

const chain: Unit = {
  code: 'HQ',
  type: 'headquarters',
  children: [
    { code: 'EAST', type: 'region', children: [{ code: 'SHOP1', type: 'store' }] },
    { code: 'WEST', type: 'region', children: [{ code: 'SHOP3', type: 'store' }] },
    { code: 'MILL', type: 'supplier' },
    { code: 'FARM', type: 'supplier' },
  ],
};
const [mill, farm] = [unitId('MILL'), unitId('FARM')];

const PREVIEW = `query ($caseId: ID!, $amount: Fen) { it: claimPreview(caseId: $caseId, amount: $amount) {
  currency most carriers ownSuppliers { id } otherSuppliers { id } period shares { bearer bearerNode { id } amount } digest } }`;
const COSTS = 'query ($id: ID!) { it: case(id: $id) { cost recovery canOpenClaim } }';
const CLAIM = 'id party carrier supplier { id } reason status caseId amount recovered left version canSettle canWithdraw';
const OPEN = `mutation ($input: OpenClaimInput!) { it: openClaim(input: $input) { ${CLAIM} } }`;
const WITHDRAW = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  it: withdrawClaim(id: $id, version: $version, reason: $reason) { ${CLAIM} } }`;
const RECOVER = `mutation ($id: ID!, $amount: Fen!, $version: Int!) {
  it: recoverClaim(id: $id, amount: $amount, version: $version, reference: "BANK-7") { ${CLAIM} } }`;
const REFUSE = `mutation ($id: ID!, $version: Int!) { it: refuseClaim(id: $id, version: $version, reason: "不赔") { ${CLAIM} } }`;

describe.each(enginesHere())('claims opened by hand on %s', (engine) => {
  let desk: Desk;
  let serial = 0;
  beforeAll(async () => {
    desk = await Desk.open(engine, {}, chain);
  });
  afterAll(() => desk.it.close());

  const asks = async (query: string, variables: object, email: StaffEmail = 'finance@example.com'): Promise<Loose> => {
    const { data, errors } = await desk.as(email).graphql(query, variables as never);
    return errors.length > 0 ? { ...errors[0]?.extensions } : data.it;
  };
  const previews = (caseId: string, amount: number | null = null) => asks(PREVIEW, { caseId, amount });
  const opens = async (caseId: string, more: object, email?: StaffEmail) => {
    const { digest } = await previews(caseId);
    return asks(OPEN, { input: { caseId, reason: '面料起球，批次问题', digest, ...more } }, email);
  };
  const costs = async (id: string) => {
    const { cost, recovery, canOpenClaim } = await asks(COSTS, { id });
    return { cost, recovery, canOpenClaim };
  };
  const tells = (it: Loose, kind: string) =>
    does(desk.as('clerk1@example.com'), 'recordTracking', { shipmentId: it.shipments[0].id, kind });

  /** Goods of the mill on their way back, by our label for 8.00. */
  const sent = async (): Promise<Loose> => {
    const order = await desk.sell({ lines: [{ unitCost: 7_000, supplierNodeId: mill }] });
    desk.pass(4 * DAY);
    const [buyer, clerk] = [await desk.buyer(order), desk.as('clerk1@example.com')];
    const agreed = await does(
      clerk,
      'approve',
      seen((await does(buyer, 'apply', forAll(order, { reason: 'wrongItem' }))) as never),
    );
    serial += 1;
    const parcel = { carrier: '中通', tracking: `HAND${String(serial)}` };
    const issued = await does(clerk, 'issueLabel', { ...seen(agreed as never), ...parcel, freightPaid: 800 });
    return does(buyer, 'ship', { ...seen(issued as never), ...parcel });
  };

  it('show what they will post, and post that: the supplier owes it, and whoever bears the cost is given it back', async () => {
    const { id } = await sent();
    const preview = await previews(id, 500);
    expect(preview).toMatchObject({ currency: 'CNY', most: 800, carriers: ['中通'] });
    expect([preview.ownSuppliers, preview.otherSuppliers]).toEqual([[{ id: mill }], [{ id: farm }]]);
    expect(preview.shares.reduce((sum: number, { amount }: Loose) => sum + Number(amount), 0)).toBe(500);
    const claim = await opens(id, { supplierId: mill, amount: 500 });
    expect(claim).toMatchObject({
      ...{ party: 'supplier', carrier: null, supplier: { id: mill }, reason: '面料起球，批次问题', status: 'open', caseId: id },
      ...{ amount: 500, left: 500, version: 1, canSettle: true, canWithdraw: true },
    });
    const lines = await desk.it.database.read.query<Loose[]>(
      `SELECT account, component, bearer, amount FROM ledger_line WHERE entry_id =
       (SELECT id FROM ledger_entry WHERE idempotency_key = ?) ORDER BY seq`,
      [`claimOpened:hand:${String(claim.id)}`],
    );
    expect(lines[0]).toMatchObject({ account: 'supplierReceivable', component: 'goods-recovery', amount: 500 });
    expect(lines.slice(1).map(({ bearer, amount }) => ({ bearer, amount: 0 - Number(amount) }))).toEqual(
      preview.shares.map(({ bearer, amount }: Loose) => ({ bearer, amount })),
    );
    expect(await costs(id)).toEqual({ cost: 300, recovery: 500, canOpenClaim: true });
    const [said] = await desk.it.database.read.query<Loose[]>(
      "SELECT data FROM audit_event WHERE action = 'claim.open' AND subject_id = ?",
      [claim.id],
    );
    expect(JSON.parse(said?.data)).toMatchObject({ party: 'supplier', name: expect.any(String), amount: 500 });
  });

  it('hold no more together than the case costs, and open once however often they are sent', async () => {
    const { id } = await sent();
    const { digest } = await previews(id);
    const input = { caseId: id, carrier: '中通', amount: 300, reason: '破损', digest };
    const answers = await Promise.all([asks(OPEN, { input }), asks(OPEN, { input })]);
    expect(answers.filter(({ status }) => status === 'open')).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'CLAIM_POSTING_CHANGED')).toHaveLength(1);
    expect(await opens(id, { supplierId: farm, amount: 501 })).toMatchObject({
      ...{ code: 'CLAIM_ABOVE_COST', field: 'amount', allowed: { min: 1, max: 500 } },
    });
    expect(await opens(id, { supplierId: farm, amount: 500 })).toMatchObject({ status: 'open', amount: 500 });
    expect(await costs(id)).toEqual({ cost: 0, recovery: 800, canOpenClaim: false });
    expect(await previews(id, 1)).toMatchObject({ most: 0, shares: [], period: null });
  });

  it('say what is wrong', async () => {
    const { id } = await sent();
    const amount = 100;
    expect(await opens(id, { amount })).toMatchObject({ code: 'BAD_INPUT', field: 'carrier' });
    expect(await opens(id, { amount, carrier: '中通', supplierId: mill })).toMatchObject({ code: 'BAD_INPUT', field: 'carrier' });
    expect(await opens(id, { amount, carrier: '顺丰' })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'carrier',
      allowed: ['中通'],
    });
    expect(await opens(id, { amount, supplierId: unitId('SHOP1') })).toMatchObject({ code: 'BAD_INPUT', field: 'supplierId' });
    expect(await opens(id, { amount, supplierId: mill, reason: ' ' })).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
    expect(await opens(id, { amount: 0, supplierId: mill })).toMatchObject({ code: 'CLAIM_ABOVE_COST' });
    expect(
      await asks(OPEN, { input: { caseId: 'nothing', amount, supplierId: mill, reason: '破损', digest: '' } }),
    ).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are for finance and administrators', async () => {
    const { id } = await sent();
    await plantPerson(desk.it.database, { email: 'mill@example.com', roles: [['finance', 'MILL']] });
    const of = { supplierId: mill, amount: 100 };
    expect(await opens(id, of, 'shop1@example.com')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await asks(PREVIEW, { caseId: id }, 'shop1@example.com')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await opens(id, of, 'mill@example.com' as StaffEmail)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await opens(id, of, 'admin@example.com')).toMatchObject({ status: 'open' });
  });

  it('are paid in parts, and refused for the rest', async () => {
    const { id } = await sent();
    const claim = await opens(id, { supplierId: mill, amount: 800 });
    const partly = await asks(RECOVER, { ...seen(claim as never), amount: 300 });
    expect(partly).toMatchObject({ status: 'open', recovered: 300, left: 500, canWithdraw: false });
    expect(await asks(WITHDRAW, { ...seen(partly), reason: '开错' })).toMatchObject({ code: 'CLAIM_NOT_WITHDRAWN' });
    expect(await asks(REFUSE, seen(partly))).toMatchObject({ status: 'refused', recovered: 300, left: 0, canWithdraw: false });
    expect(await costs(id)).toEqual({ cost: 500, recovery: 300, canOpenClaim: true });
  });

  it('are withdrawn where nothing was paid, as if they had not been', async () => {
    const { id } = await sent();
    const [first, second] = [
      await opens(id, { supplierId: mill, amount: 200 }),
      await opens(id, { supplierId: mill, amount: 300 }),
    ];
    const gone = await asks(WITHDRAW, { ...seen(first as never), reason: '开错' });
    expect(gone).toMatchObject({ status: 'withdrawn', amount: 0, left: 0, canSettle: false, canWithdraw: false });
    expect(await asks(WITHDRAW, { ...seen(gone), reason: '开错' })).toMatchObject({ code: 'CLAIM_SETTLED' });
    expect(await costs(id)).toMatchObject({ cost: 500, recovery: 300 });
    expect(await asks(RECOVER, { ...seen(second as never), amount: 300 })).toMatchObject({ status: 'recovered' });
  });

  it('stand beside what the case claims of the same carrier itself, and stay where that goes back', async () => {
    const it_ = await sent();
    const own = await opens(it_.id, { carrier: '中通', amount: 100 });
    const LIST = `query { it: claims(party: carrier, page: { first: 200 }) { items { ${CLAIM} } } }`;
    const listed = async () => (await asks(LIST, {})).items.filter(({ caseId }: Loose) => caseId === it_.id);
    await tells(it_, 'lost');
    const automatic = (await listed()).find(({ id }: Loose) => id !== own.id);
    expect(automatic).toMatchObject({ status: 'open', amount: 7_800, reason: null, canWithdraw: false });
    expect(await asks(WITHDRAW, { ...seen(automatic), reason: '开错' })).toMatchObject({ code: 'CLAIM_NOT_WITHDRAWN' });
    await tells(it_, 'delivered');
    const now = await listed();
    expect(now.find(({ id }: Loose) => id === own.id)).toMatchObject({ status: 'open', amount: 100 });
    expect(now.find(({ id }: Loose) => id === automatic.id)).toMatchObject({ status: 'withdrawn', amount: 0 });
  });

  it('agree with books that balance', async () => {
    const { read } = desk.it.database;
    for (const check of [checkEntries, checkSummaries, checkClaims]) expect((await check(read)).findings).toEqual([]);
  });
});
