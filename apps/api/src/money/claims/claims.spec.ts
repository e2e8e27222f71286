import { migrations } from '@headwater/migrations';
import type { Directives } from '@headwater/policy';
import { caseNow, DAY, Desk, does, forAll, HOUR, seen, type StaffEmail } from '../../after-sales/testing/desk.js';
import { checkClaims } from '../../cli/check/check-claims.js';
import { checkEntries, checkSummaries } from '../../cli/check/check-ledger.js';
import { assign, publish, subsidy } from '../../policies/testing/operations.js';
import { signedIn, type Loose } from '../../testing/client.js';
import { unitId } from '../../testing/organization.js';
import { enginesHere } from '../../testing/test-app.js';

const insured: Directives = {
  enabled: { set: true },
  mode: { set: { kind: 'actual', cap: 1935 } },
  bearers: { set: { rows: [], otherwise: { HQ: 6000, branch: 4000 }, fallback: 'branch' } },
  premium: { set: 35 },
};

const CLAIM = `id party status caseId caseCode orderId node { name } amount recovered writtenOff left currency fallbackBearer
  openedAt settledAt version canSettle`;
const LIST = `query ($within: ID, $status: ClaimStatus, $page: PageInput) {
  it: claims(within: $within, status: $status, page: $page) { nextCursor items { ${CLAIM} } } }`;
const RECOVER = `mutation ($id: ID!, $amount: Fen!, $version: Int!, $reference: String!) {
  it: recoverClaim(id: $id, amount: $amount, version: $version, reference: $reference) { ${CLAIM} } }`;
const REFUSE = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  it: refuseClaim(id: $id, version: $version, reason: $reason) { ${CLAIM} } }`;

describe.each(enginesHere())('claims on %s', (engine) => {
  let desk: Desk;
  let serial = 0;

  const asks = async (email: StaffEmail, query: string, variables: object = {}): Promise<Loose> => {
    const { data, errors } = await desk.as(email).graphql(query, variables as never);
    return errors.length > 0 ? { ...errors[0]?.extensions } : data.it;
  };
  const listed = async (variables: object = {}, email: StaffEmail = 'finance@example.com'): Promise<Loose[]> =>
    (await asks(email, LIST, { page: { first: 200 }, ...variables })).items;
  const claimOf = async (caseId: string): Promise<Loose> => (await listed()).find((claim) => claim.caseId === caseId);

  /** A return of one insured order whose parcel is on its way: 1935 fen are claimed for it. */
  const sentBack = async (store = 'SHOP1', clerk: StaffEmail = 'clerk1@example.com'): Promise<Loose> => {
    const order = await desk.sell({ store, lines: [{ category: 'coat' }] });
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order, store === 'SHOP1' ? 'shop1@example.com' : clerk);
    const agreed = await does(desk.as(clerk), 'approve', seen(await does(buyer, 'apply', forAll(order))));
    serial += 1;
    const parcel = { carrier: '中通', tracking: `ZT${String(serial)}`, freightPaid: 2_500 };
    return { ...(await does(buyer, 'ship', { ...seen(agreed), ...parcel })), order };
  };
  const pays = (claim: Loose, amount: number, more: object = {}) =>
    asks('finance@example.com', RECOVER, { ...seen(claim as never), amount, reference: 'BANK-7', ...more });
  const refuses = (claim: Loose, more: object = {}) =>
    asks('finance@example.com', REFUSE, { ...seen(claim as never), reason: '超过理赔时效', ...more });

  const books = async (caseId: string): Promise<Record<string, number>> => {
    const rows = await desk.it.database.read.query<Loose[]>(
      `SELECT account, component, bearer, SUM(amount) AS amount FROM ledger_line
       WHERE case_id = ? AND component = 'recovery' GROUP BY account, component, bearer`,
      [caseId],
    );
    return Object.fromEntries(
      rows
        .map(({ account, bearer, amount }) => [`${String(account)} ${bearer ?? ''}`.trim(), Number(amount)] as const)
        .filter(([, amount]) => amount !== 0),
    );
  };
  const costOf = async (id: string) => (await caseNow(desk.as('finance@example.com'), id)).cost;

  beforeAll(async () => {
    desk = await Desk.open(engine);
    const operator = await signedIn(desk.it, 'op@example.com');
    await assign(operator, (await publish(operator, subsidy, '投保', insured)).versionId, 'HQ');
    desk.pass(HOUR);
  });
  afterAll(() => desk.it.close());

  it('open with the parcel, and are recovered in parts', async () => {
    const sent = await sentBack();
    const claim = await claimOf(sent.id);
    expect(claim).toMatchObject({
      ...{ party: 'insurer', status: 'open', caseCode: sent.code, orderId: sent.order.id, currency: 'CNY', settledAt: null },
      ...{ amount: 1_935, recovered: 0, left: 1_935, fallbackBearer: 'branch', canSettle: true, version: 1 },
    });
    const partly = await pays(claim, 1_000);
    expect(partly).toMatchObject({ status: 'open', recovered: 1_000, left: 935, version: 2, canSettle: true });
    expect(await pays(partly, 935)).toMatchObject({ status: 'recovered', recovered: 1_935, left: 0, canSettle: false });
    expect(await books(sent.id)).toEqual({ cashClearing: 1_935, 'expense HQ': -1_161, 'expense branch': -774 });
    expect(await costOf(sent.id)).toBe(0);
  });

  it('are refused for what is left of them, which the fallback bearer of the promise bears', async () => {
    const sent = await sentBack();
    const claim = await pays(await claimOf(sent.id), 500);
    const refused = await refuses(claim);
    expect(refused).toMatchObject({ status: 'refused', recovered: 500, writtenOff: 1_435, left: 0, canSettle: false });
    expect(refused.settledAt).not.toBeNull();
    expect(await books(sent.id)).toEqual({ cashClearing: 500, 'expense HQ': -1_161, 'expense branch': -774 + 1_435 });
    expect(await costOf(sent.id)).toBe(1_935 - 500);
    const said = await desk.it.database.read.query<Loose[]>(
      "SELECT action, actor_name AS actorName, data FROM audit_event WHERE subject_type = 'claim' AND subject_id = ? ORDER BY id",
      [claim.id],
    );
    expect(said.map(({ action }) => action)).toEqual(['claim.recover', 'claim.refuse']);
    expect(JSON.parse(said[1]?.data)).toMatchObject({ code: sent.code, amount: 1_435, bearer: 'branch', reason: '超过理赔时效' });
  });

  it('say why they are not settled', async () => {
    const claim = await claimOf((await sentBack()).id);
    expect(await pays(claim, 1_936)).toMatchObject({ code: 'CLAIM_AMOUNT', field: 'amount', allowed: { min: 1, max: 1_935 } });
    expect(await pays(claim, 0)).toMatchObject({ code: 'CLAIM_AMOUNT', field: 'amount' });
    expect(await pays(claim, 1, { reference: ' ' })).toMatchObject({ code: 'BAD_INPUT', field: 'reference' });
    expect(await pays(claim, 1, { reference: 'x'.repeat(65) })).toMatchObject({ code: 'BAD_INPUT', field: 'reference' });
    expect(await refuses(claim, { reason: '' })).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
    expect(await pays({ ...claim, id: 'nothing' }, 1)).toMatchObject({ code: 'NOT_FOUND' });
    const refused = await refuses(claim);
    expect(await refuses(claim)).toMatchObject({ code: 'STALE_VERSION', details: { seen: 1, now: 2 } });
    expect(await refuses(refused)).toMatchObject({ code: 'CLAIM_SETTLED', details: { status: 'refused' } });
    expect(await pays(refused, 1)).toMatchObject({ code: 'CLAIM_SETTLED' });
  });

  it('take a payment once, however many record it at the same time', async () => {
    const { id } = await sentBack();
    const claim = await claimOf(id);
    const answers = await Promise.all([pays(claim, 1_000), pays(claim, 1_000), refuses(claim)]);
    expect(answers.filter(({ code }) => code === 'STALE_VERSION')).toHaveLength(2);
    expect((await claimOf(id)).version).toBe(2);
  });

  it('are settled by finance and administrators, and read within one’s scope', async () => {
    const claim = await claimOf((await sentBack()).id);
    for (const email of ['shop1@example.com', 'east@example.com', 'op@example.com'] as const) {
      expect((await listed({}, email)).find(({ id }) => id === claim.id)).toMatchObject({ canSettle: false });
      expect(await asks(email, REFUSE, { ...seen(claim as never), reason: '不赔' })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect((await listed({}, 'shop3@example.com')).map(({ id }) => id)).not.toContain(claim.id);
    expect(await asks('clerk1@example.com', LIST)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await asks('admin@example.com', REFUSE, { ...seen(claim as never), reason: '不赔' })).toMatchObject({
      status: 'refused',
    });
  });

  it('are listed the latest first, by status and below a unit, page by page', async () => {
    const all = await listed();
    const opened = all.map(({ openedAt }) => String(openedAt));
    expect(opened).toEqual([...opened].sort().reverse());
    const refused = all.filter(({ status }) => status === 'refused');
    const openOf = async (email: StaffEmail) => (await asks(email, '{ it: moneyHome { openClaims } }')).openClaims;
    expect(await openOf('finance@example.com')).toBe(all.filter(({ status }) => status === 'open').length);
    expect(await openOf('east@example.com')).toBe(0);
    expect((await listed({ status: 'refused' })).map(({ id }) => id)).toEqual(refused.map(({ id }) => id));
    expect(await listed({ within: unitId('SHOP3') })).toEqual([]);
    expect((await listed({ within: unitId('SHOP1') })).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const { items, nextCursor }: Loose = await asks('finance@example.com', LIST, { page: { first: 2, after } });
      paged.push(...items.map(({ id }: Loose) => id));
      after = nextCursor;
    } while (after !== null);
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  it('are withdrawn where the return is given up: a write-off goes back with them, what came in stays', async () => {
    const [open, refused] = [await sentBack(), await sentBack()];
    await pays(await claimOf(open.id), 700);
    await refuses(await pays(await claimOf(refused.id), 700));
    for (const sent of [open, refused]) {
      const clerk = desk.as('clerk1@example.com');
      const gone = await does(clerk, 'refuseReceipt', { ...seen(sent as never), reason: '查无此件', goods: 'notArrived' });
      await does(await desk.buyer(sent.order), 'withdraw', seen(gone as never));
      expect(await claimOf(sent.id)).toMatchObject({ status: 'withdrawn', amount: 0, recovered: 700, writtenOff: 0, left: -700 });
      expect(await books(sent.id)).toEqual({ cashClearing: 700, insurerReceivable: -700 });
    }
  });

  it('open again for what is claimed anew where another case joins the parcel', async () => {
    const order = await desk.sell({ lines: [{ category: 'coat' }, { category: 'coat' }] });
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order);
    const parcel = { carrier: '中通', tracking: 'ZT-TWO', freightPaid: 2_500 };
    const sends = async ({ id }: { id: string }): Promise<Loose> => {
      const lines = [{ orderLineId: id, quantity: 1 }];
      const agreed = await does(
        desk.as('clerk1@example.com'),
        'approve',
        seen(await does(buyer, 'apply', forAll(order, { lines }))),
      );
      return does(buyer, 'ship', { ...seen(agreed), ...parcel });
    };
    const first = await sends(order.lines[0]!);
    await refuses(await pays(await claimOf(first.id), 700));
    const second = await sends(order.lines[1]!);
    const [anew, other] = [await claimOf(first.id), await claimOf(second.id)];
    expect(Number(anew.amount) + Number(other.amount)).toBe(1_935);
    expect(anew).toMatchObject({ status: 'open', recovered: 700, writtenOff: 0, left: anew.amount - 700, settledAt: null });
    expect(other).toMatchObject({ status: 'open', recovered: 0, left: other.amount });
    expect(await pays(anew, anew.left)).toMatchObject({ status: 'recovered', recovered: anew.amount });
    expect(await costOf(first.id)).toBe(0);
  });

  it('agree with books that balance, and are counted from them by their migration', async () => {
    const { read, writer } = desk.it.database;
    for (const check of [checkEntries, checkSummaries, checkClaims]) expect((await check(read)).findings).toEqual([]);
    const told = async () =>
      (await listed()).map(({ caseId, status, amount, recovered, writtenOff, openedAt }) => [
        ...[caseId, status, amount, recovered],
        ...[writtenOff, openedAt],
      ]);
    const fresh = await claimOf((await sentBack()).id);
    const before = await told();
    const Claims = migrations.find(({ name }) => name.startsWith('LedgerClaims'))!;
    const runner = writer.createQueryRunner();
    const Carriers = migrations.find(({ name }) => name.startsWith('CarrierClaims'))!;
    const ByHand = migrations.find(({ name }) => name.startsWith('ClaimsByHand'))!;
    for (const step of ['down', 'up', 'up'] as const) await new Claims()[step](runner);
    await runner.release();
    const another = writer.createQueryRunner();
    for (const Later of [Carriers, ByHand]) await new Later().up(another);
    await another.release();
    expect((await checkClaims(read)).findings).toEqual([]);
    expect([...(await told())].sort()).toEqual([...before].sort());
    expect(await refuses(await claimOf(fresh.caseId))).toMatchObject({ status: 'refused' });
  });
});
