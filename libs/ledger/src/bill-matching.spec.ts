import fc from 'fast-check';
import { matchBill, type BillGround, type BillMatch } from './bill-matching.js';
import { runs } from './testing/runs.js';

const number = fc.integer({ min: 0, max: 12 }).map((n) => `SF${String(n)}`);
const fen = fc.integer({ min: 0, max: 3_000 });
const lines = fc.array(fc.record({ number, amount: fen }), { maxLength: 15 });
const billables = fc
  .uniqueArray(fc.record({ number, owed: fen, due: fc.boolean() }), { selector: (parcel) => parcel.number, maxLength: 13 })
  .map((all) => all.map((parcel) => ({ ...parcel, subjectId: `subject of ${parcel.number}` })));
const ground: fc.Arbitrary<BillGround> = fc.record({
  known: billables,
  billedBefore: fc.array(number, { maxLength: 4 }).map((numbers) => new Set(numbers)),
  tolerance: fc.integer({ min: 0, max: 200 }),
});

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const those = (matches: readonly BillMatch[], outcome: BillMatch['outcome']) =>
  matches.filter((match) => match.outcome === outcome);

it('gives every line one outcome, in the order of the bill', () => {
  fc.assert(
    fc.property(lines, ground, (bill, known) => {
      const ofLines = matchBill(bill, known).filter(({ line }) => line !== null);
      expect(ofLines.map(({ line }) => line)).toEqual([...bill.keys()]);
      expect(ofLines.map(({ number: each, billed }) => [each, billed])).toEqual(bill.map((it) => [it.number, it.amount]));
    }),
    runs(300),
  );
});

it('differs in all by what the bill asks beyond what is owed', () => {
  fc.assert(
    fc.property(lines, ground, (bill, known) => {
      const matches = matchBill(bill, known);
      const asked = sum(bill.map(({ amount }) => amount));
      const touched = new Set(bill.map((line) => line.number));
      const owed = known.known.filter(
        (parcel) => !known.billedBefore.has(parcel.number) && (parcel.due || touched.has(parcel.number)),
      );
      expect(sum(matches.map(({ difference }) => difference))).toBe(asked - sum(owed.map((parcel) => parcel.owed)));
    }),
    runs(300),
  );
});

it('finds missing what is due, owed for and on no bill, and only there', () => {
  fc.assert(
    fc.property(lines, ground, (bill, known) => {
      const onBill = new Set([...known.billedBefore, ...bill.map((line) => line.number)]);
      const due = known.known.filter((parcel) => parcel.due && parcel.owed > 0 && !onBill.has(parcel.number));
      expect(those(matchBill(bill, known), 'notBilled').map(({ subjectId }) => subjectId)).toEqual(
        due.map(({ subjectId }) => subjectId),
      );
    }),
    runs(300),
  );
});

it('lets a wider tolerance turn differing amounts into matches, and nothing else', () => {
  fc.assert(
    fc.property(lines, ground, fc.integer({ min: 0, max: 3_000 }), (bill, known, more) => {
      const [strict, wide] = [matchBill(bill, known), matchBill(bill, { ...known, tolerance: known.tolerance + more })];
      strict.forEach((match, index) => {
        const now = wide[index]!;
        if (now.outcome === match.outcome) return;
        expect([match.outcome, now.outcome]).toEqual(['amountDiffers', 'matched']);
        expect(Math.abs(match.difference)).toBeGreaterThan(known.tolerance);
      });
      expect(wide).toHaveLength(strict.length);
    }),
    runs(300),
  );
});

it('asks for every number once: the whole bill a second time is billed twice to the last line', () => {
  fc.assert(
    fc.property(lines, ground, (bill, known) => {
      const billedBefore = new Set([...known.billedBefore, ...bill.map((line) => line.number)]);
      const again = matchBill(bill, { ...known, billedBefore }).filter(({ line }) => line !== null);
      expect(those(again, 'billedTwice')).toHaveLength(bill.length);
    }),
    runs(100),
  );
});

it('tells the four differences apart', () => {
  const parcel = (each: string, owed: number) => ({ number: each, subjectId: each, owed, due: true });
  const known = { known: [parcel('A', 900), parcel('B', 900), parcel('C', 900), parcel('D', 900)], tolerance: 50 };
  const bill = [
    { number: 'A', amount: 950 },
    { number: 'B', amount: 951 },
    { number: 'B', amount: 300 },
    { number: 'X', amount: 700 },
    { number: 'C', amount: 900 },
  ];
  const matches = matchBill(bill, { ...known, billedBefore: new Set(['C']) });
  expect(matches.map(({ outcome, difference }) => [outcome, difference])).toEqual([
    ['matched', 50],
    ['amountDiffers', 51],
    ['billedTwice', 300],
    ['unknown', 700],
    ['billedTwice', 900],
    ['notBilled', -900],
  ]);
});

it('refuses amounts that are none', () => {
  const nothing = { known: [], billedBefore: new Set<string>(), tolerance: 0 };
  expect(() => matchBill([{ number: 'A', amount: -1 }], nothing)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
  expect(() => matchBill([], { ...nothing, tolerance: 0.5 })).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
});
