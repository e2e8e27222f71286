import fc from 'fast-check';
import { checkBalanced, costOf, trialBalance } from './balance.js';
import { carrierClaimed, claimRecovered, claimRefused, receivableOf } from './claim-posting.js';
import type { Entry } from './entry.js';
import { LedgerError } from './errors.js';
import type { Claim, ClaimRefused } from './events.js';
import { returnShipped } from './freight-posting.js';
import { goodsLoss, goodsLost } from './goods-posting.js';
import { claimOpened } from './premium-posting.js';
import { caseRef, context, losses, parts, shipment, shipmentCase, short } from './testing/events.js';
import { runs } from './testing/runs.js';
import { claimParties } from './vocabulary.js';

const claim = (changed: Partial<Claim> = {}): Claim => ({
  ...caseRef(),
  shipmentId: 'S1',
  party: 'insurer',
  carrier: null,
  left: 1_935,
  ...changed,
});

const refusal = { refusal: 'K1', bearer: 'HQ', bearerNodeId: 'hq' } as const satisfies Partial<ClaimRefused>;

/** What carriers and suppliers owe is no subsidy taken back. */
const componentOf = (party: string): string => (party === 'insurer' ? 'recovery' : 'goods-recovery');

/** The balance of an account in the one currency there is. */
const on = (account: string, entries: readonly Entry[]): number =>
  trialBalance(entries.flatMap(({ lines }) => lines)).find((balance) => balance.account === account)?.amount ?? 0;

const cost = (entries: readonly Entry[]): number => costOf(entries.flatMap(({ lines }) => lines))[0]?.amount ?? 0;

it.each(claimParties)('clears what the %s pays against what is receivable of it', (party) => {
  const entry = claimRecovered({ ...claim({ party }), amount: 1_000, receipt: 'K1' }, context);
  expect(entry).toMatchObject({ cause: 'claimRecovered', idempotencyKey: 'claimRecovered:K1', caseId: 'C1', shipmentId: 'S1' });
  expect(short(entry)).toEqual([
    `cashClearing 1000 ${componentOf(party)} –`,
    `${receivableOf[party]} -1000 ${componentOf(party)} –`,
  ]);
});

it.each(claimParties)('writes what the %s refuses off to the stated bearer', (party) => {
  const entry = claimRefused({ ...claim({ party, left: 935 }), ...refusal }, context);
  expect(entry).toMatchObject({ cause: 'claimRefused', idempotencyKey: 'claimRefused:K1', orderId: 'O1' });
  expect(short(entry)).toEqual([`expense 935 ${componentOf(party)} HQ`, `${receivableOf[party]} -935 ${componentOf(party)} –`]);
  expect(entry.lines[0]).toMatchObject({ bearerNodeId: 'hq', originNodeId: 'store-1', reason: 'changedMind' });
});

const lostBySf = { ...caseRef(), shipmentId: 'S1', carrier: 'SF', claim: 'goods:C1' };

it('claims what a carrier lost, to the good of whoever bears it', () => {
  const shares = [
    { bearer: 'HQ', bearerNodeId: 'hq', amount: 7_000 },
    { bearer: 'branch', bearerNodeId: 'store-1', amount: 900 },
  ] as const;
  const entry = carrierClaimed({ ...lostBySf, shares }, context);
  expect(entry).toMatchObject({ cause: 'claimOpened', idempotencyKey: 'claimOpened:goods:C1', caseId: 'C1', shipmentId: 'S1' });
  expect(short(entry)).toEqual([
    'carrierReceivable 7900 goods-recovery –',
    'expense -7000 goods-recovery HQ',
    'expense -900 goods-recovery branch',
  ]);
  expect(entry?.lines.every(({ carrier }) => carrier === 'SF')).toBe(true);
  expect(carrierClaimed({ ...lostBySf, shares: [] }, context)).toBeNull();
  expect(() => carrierClaimed({ ...lostBySf, shares: [{ ...shares[0], amount: 0 }] }, context)).toThrow('Not an amount above 0');
});

it('takes all that goods cost off the case as long as they are claimed, and puts back what is refused', () => {
  fc.assert(
    fc.property(losses, (lost) => {
      const { known, assumed } = goodsLoss(lost);
      fc.pre(known + assumed > 0);
      const { bearer, bearerNodeId } = lost;
      const shares = [{ bearer, bearerNodeId, amount: known + assumed }];
      const ref = caseRef(lost);
      const opened = [goodsLost(lost, context), carrierClaimed({ ...lostBySf, ...ref, shares }, context)].filter(
        (it) => it !== null,
      );
      expect(cost(opened)).toBe(0);
      const left = { ...claim({ ...ref, party: 'carrier', carrier: 'SF', left: known + assumed }), ...refusal };
      expect(cost([...opened, claimRefused(left, context)])).toBe(known + assumed);
      expect(on('carrierReceivable', [...opened, claimRefused(left, context)])).toBe(0);
    }),
    runs(100),
  );
});

it.each([0, -1, 0.5])('takes no receipt of %d', (amount) => {
  expect(() => claimRecovered({ ...claim(), amount, receipt: 'K1' }, context)).toThrow('Not an amount above 0');
});

it('refuses nothing where nothing is left', () => {
  expect(() => claimRefused({ ...claim({ left: 0 }), ...refusal }, context)).toThrow('Not an amount above 0');
});

/** An insured parcel of one case, and the payments that come in for it: each a share of what is left then, in basis points. */
const stories = fc.record({
  freight: fc.record({ subsidy: fc.integer({ min: 1, max: 20_000 }), fault: fc.nat(20_000), overCap: fc.nat(20_000) }),
  paid: fc.array(fc.integer({ min: 1, max: 10_000 }), { maxLength: 4 }),
});

function told({ freight, paid }: { freight: { subsidy: number; fault: number; overCap: number }; paid: readonly number[] }) {
  const event = shipment(shipmentCase({ insured: true, parts: parts(freight) }));
  const entries = [returnShipped(event, context), claimOpened(event, context)].filter((entry) => entry !== null);
  let left = freight.subsidy;
  for (const [index, bps] of paid.entries()) {
    if (left === 0) break;
    const amount = Math.max(1, Math.floor((left * bps) / 10_000));
    entries.push(claimRecovered({ ...claim({ left }), amount, receipt: `K1:${String(index)}` }, context));
    left -= amount;
  }
  const recovered = freight.subsidy - left;
  if (left > 0) entries.push(claimRefused({ ...claim({ left }), ...refusal }, context));
  return { entries, recovered };
}

it('leaves nothing receivable once a claim is settled, in entries that balance', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { entries, recovered } = told(story);
      for (const { lines } of entries) expect(checkBalanced(lines)).toEqual([]);
      expect(on('insurerReceivable', entries)).toBe(0);
      expect(on('cashClearing', entries)).toBe(recovered);
    }),
    runs(300),
  );
});

it('costs a case its freight less what was recovered', () => {
  fc.assert(
    fc.property(stories, (story) => {
      const { entries, recovered } = told(story);
      const { subsidy, fault, overCap } = story.freight;
      expect(cost(entries)).toBe(subsidy + fault + overCap - recovered);
    }),
    runs(300),
  );
});

it('never recovers more than is left of a claim', () => {
  fc.assert(
    fc.property(fc.nat(20_000), fc.integer({ min: 1, max: 20_000 }), (left, over) => {
      const receive = () => claimRecovered({ ...claim({ left }), amount: left + over, receipt: 'K1' }, context);
      expect(receive).toThrow(LedgerError);
      expect(receive).toThrow(expect.objectContaining({ code: 'CLAIM_EXCEEDED' }));
    }),
    runs(100),
  );
});
