import { checkClaims } from '../cli/check/check-claims.js';
import { checkEntries, checkSummaries } from '../cli/check/check-ledger.js';
import type { Loose } from '../testing/client.js';
import { enginesHere } from '../testing/test-app.js';
import { caseNow, DAY, Desk, does, forAll, seen } from './testing/desk.js';

const LIST = `query ($party: ClaimParty) { it: claims(party: $party, page: { first: 200 }) {
  items { id party carrier status caseId amount recovered writtenOff left fallbackBearer version canSettle } } }`;
const REFUSE = `mutation ($id: ID!, $version: Int!, $reason: String!) {
  it: refuseClaim(id: $id, version: $version, reason: $reason) { status writtenOff left carrier } }`;
const RECOVER = `mutation ($id: ID!, $amount: Fen!, $version: Int!, $reference: String!) {
  it: recoverClaim(id: $id, amount: $amount, version: $version, reference: $reference) { status recovered left } }`;

describe.each(enginesHere())('what carriers owe for goods they lost on %s', (engine) => {
  let desk: Desk;
  let serial = 0;
  beforeAll(async () => {
    desk = await Desk.open(engine);
  });
  afterAll(() => desk.it.close());

  const clerk = () => desk.as('clerk1@example.com');
  const asks = async (query: string, variables: object = {}): Promise<Loose> => {
    const { data, errors } = await desk.as('finance@example.com').graphql(query, variables as never);
    return errors.length > 0 ? { ...errors[0]?.extensions } : data.it;
  };
  const claimOf = async (caseId: string, party: string | null = null): Promise<Loose> =>
    (await asks(LIST, { party })).items.find((claim: Loose) => claim.caseId === caseId);
  const settled = async (caseId: string) => {
    const { cost, goodsLoss, recovery } = await caseNow(desk.as('finance@example.com'), caseId);
    return { cost, goodsLoss, recovery };
  };

  /** Goods that cost 70.00 on their way back, by the buyer's parcel or by our label for 8.00. */
  const sent = async (label = false): Promise<Loose> => {
    const order = await desk.sell({ lines: [{ unitCost: 7_000 }] });
    desk.pass(4 * DAY);
    const buyer = await desk.buyer(order);
    const reason = label ? 'wrongItem' : 'unfit';
    const agreed = await does(clerk(), 'approve', seen((await does(buyer, 'apply', forAll(order, { reason }))) as never));
    serial += 1;
    const parcel = { carrier: '中通', tracking: `LOST${String(serial)}` };
    if (!label) return does(buyer, 'ship', { ...seen(agreed as never), ...parcel, freightPaid: 1_000 });
    const issued = await does(clerk(), 'issueLabel', { ...seen(agreed as never), ...parcel, freightPaid: 800 });
    return does(buyer, 'ship', { ...seen(issued as never), ...parcel });
  };
  const tells = (it: Loose, kind: string) => does(clerk(), 'recordTracking', { shipmentId: it.shipments[0].id, kind });

  it('is claimed with the step that gives the goods up, by name, and takes the loss off the case', async () => {
    const gone = await tells(await sent(), 'lost');
    expect(await claimOf(gone.id, 'carrier')).toMatchObject({
      ...{ party: 'carrier', carrier: '中通', status: 'open', amount: 7_000, left: 7_000, canSettle: true },
    });
    expect(await claimOf(gone.id, 'insurer')).toBeUndefined();
    expect(await settled(gone.id)).toEqual({ cost: 1_000, goodsLoss: 7_000, recovery: 7_000 });
  });

  it('holds the freight too where that is ours to pay', async () => {
    const gone = await tells(await sent(true), 'lost');
    expect(await claimOf(gone.id)).toMatchObject({ amount: 7_800 });
    expect(await settled(gone.id)).toEqual({ cost: 0, goodsLoss: 7_000, recovery: 7_800 });
  });

  it('is paid in parts, and what is refused becomes the cost of the fallback bearer', async () => {
    const gone = await tells(await sent(), 'lost');
    const claim = await claimOf(gone.id);
    const payment = { id: claim.id, version: claim.version, amount: 3_000, reference: 'BANK-9' };
    expect(await asks(RECOVER, payment)).toMatchObject({ status: 'open', recovered: 3_000, left: 4_000 });
    const refusal = { id: claim.id, version: Number(claim.version) + 1, reason: '超过理赔时效' };
    expect(await asks(REFUSE, refusal)).toMatchObject({ status: 'refused', writtenOff: 4_000, left: 0, carrier: '中通' });
    expect(await settled(gone.id)).toEqual({ cost: 5_000, goodsLoss: 7_000, recovery: 3_000 });
  });

  it('goes back with the loss where the parcel turns up, a refusal of it too', async () => {
    const [open, refused] = [await tells(await sent(), 'lost'), await tells(await sent(), 'lost')];
    const claim = await claimOf(refused.id);
    await asks(REFUSE, { id: claim.id, version: claim.version, reason: '不赔' });
    for (const gone of [open, refused]) {
      await tells(gone, 'delivered');
      expect(await claimOf(gone.id)).toMatchObject({ status: 'withdrawn', amount: 0, writtenOff: 0, left: 0 });
      expect(await settled(gone.id)).toEqual({ cost: 1_000, goodsLoss: 0, recovery: 0 });
    }
  });

  it('opens none where another is liable, or where the parcel is not on record', async () => {
    const order = await desk.sell({ lines: [{ unitCost: 7_000 }], deliveredAfter: null });
    desk.pass(4 * DAY);
    const applied = await does(await desk.buyer(order), 'apply', forAll(order, { type: 'RO', reason: 'notArrived' }));
    const agreed = await does(clerk(), 'approve', seen(applied as never));
    expect(await settled(agreed.id)).toEqual({ cost: 7_000, goodsLoss: 7_000, recovery: 0 });
    expect(await claimOf(agreed.id)).toBeUndefined();
  });

  it('agrees with books that balance', async () => {
    const { read } = desk.it.database;
    for (const check of [checkEntries, checkSummaries, checkClaims]) expect((await check(read)).findings).toEqual([]);
  });
});
