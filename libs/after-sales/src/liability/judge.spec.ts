import fc from 'fast-check';
import { reasonCodes } from '../reasons.js';
import { applied, DAY, HOUR, moved, NOW, at, say, after, context } from '../testing/cases.js';
import { openings, steps, walk } from '../testing/arbitraries.js';
import { runs } from '../testing/runs.js';
import { noEvidence } from './evidence.js';
import { faultClocks, noFault, type FaultClock, type LiabilityQuestion } from './finding.js';
import { judgeLiability } from './judge.js';

const parties = ['branch', 'carrier', 'supplier', 'buyer', 'hq'] as const;
const stamp = fc.option(fc.integer({ min: NOW, max: NOW + 9 * DAY }));

const questions: fc.Arbitrary<LiabilityQuestion> = fc.record({
  named: fc.option(fc.constantFrom(...parties), { freq: 1 }),
  lapsed: fc.option(fc.constantFrom(...(Object.keys(faultClocks) as FaultClock[])), { freq: 1 }),
  lost: fc.boolean(),
  dispatchDue: stamp,
  sentWrong: fc.boolean(),
  missing: fc.boolean(),
  damageConsented: fc.boolean(),
  agreed: fc.boolean(),
  ...{ buyerPhotos: fc.nat(2), outboundPhotos: fc.nat(2), inspectionPhotos: fc.nat(2), failedItems: fc.nat(2) },
  reason: fc.constantFrom(...reasonCodes),
  stamps: fc.record({ buyerShipped: stamp, branchReceived: stamp, branchShipped: stamp, buyerReceived: stamp }),
});

const flipped = (question: LiabilityQuestion, fact: string, value: unknown): LiabilityQuestion =>
  fact in question.stamps ? { ...question, stamps: { ...question.stamps, [fact]: value } } : { ...question, [fact]: value };

const ask = (more: Partial<LiabilityQuestion>): LiabilityQuestion => ({
  ...{ ...noFault, ...noEvidence },
  reason: 'changedMind',
  stamps: { buyerShipped: null, branchReceived: null, branchShipped: null, buyerReceived: null },
  ...more,
});
const who = (more: Partial<LiabilityQuestion>) => judgeLiability(ask(more)).liability;

describe('who is liable', () => {
  it('is assumed as soon as one fact is, and rests on at least one', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { liability } = judgeLiability(question);
        if (!liability) return;
        expect(liability.facts?.length).toBeGreaterThan(0);
        expect(liability.basis).toBe(liability.facts?.some(({ basis }) => basis === 'assumed') ? 'assumed' : 'proven');
      }),
      runs(200),
    );
  });

  it('loses its rule once its nearest flip comes true', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { liability } = judgeLiability(question);
        if (!liability?.flip) return;
        const { fact, value } = liability.flip;
        expect(judgeLiability(flipped(question, fact, value)).liability?.rule).not.toBe(liability.rule);
      }),
      runs(300),
    );
  });

  it('is whom HQ named, whatever else is known', () => {
    fc.assert(
      fc.property(questions, fc.constantFrom(...parties), (question, named) => {
        expect(judgeLiability({ ...question, named }).liability).toMatchObject({
          party: named,
          rule: 'verdict',
          basis: 'proven',
        });
      }),
      runs(100),
    );
  });

  it('traces every rule asked, the last of them being the one that decided', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { liability, trace } = judgeLiability(question);
        expect(trace.filter(({ passes }) => passes).map(({ rule }) => rule)).toEqual(liability ? [liability.rule] : []);
        if (liability) expect(trace.at(-1)?.rule).toBe(liability.rule);
      }),
      runs(100),
    );
  });

  it('is nobody where a buyer does not want the goods, and whoever owns the cause where there is one', () => {
    expect(who({ agreed: true })).toBeNull();
    expect(who({ agreed: true, reason: 'manufacturingDefect' })).toMatchObject({ party: 'supplier', basis: 'assumed' });
    expect(who({ agreed: true, reason: 'sizeMismatch' })).toMatchObject({ party: 'branch' });
    expect(who({ agreed: true, reason: 'transportDamage' })).toMatchObject({ party: 'carrier' });
    expect(who({ agreed: false, reason: 'manufacturingDefect' })).toBeNull();
  });

  it('is the carrier for what set out and never came, at either end, and not for what came', () => {
    const stamps = ask({}).stamps;
    expect(who({ lost: true, stamps: { ...stamps, buyerShipped: NOW } })).toMatchObject({ party: 'carrier', rule: 'reportLost' });
    expect(who({ lost: true, stamps: { ...stamps, buyerShipped: NOW, branchReceived: NOW } })).toBeNull();
    expect(who({ missing: true, stamps: { ...stamps, branchShipped: NOW } })).toMatchObject({ rule: 'notDelivered' });
    expect(who({ missing: true, stamps: { ...stamps, branchShipped: NOW, buyerReceived: NOW } })).toBeNull();
  });

  it('is the buyer who consented to pay for the damage', () => {
    const stamps = { ...ask({}).stamps, branchReceived: NOW };
    expect(who({ damageConsented: true, stamps })).toMatchObject({ party: 'buyer', rule: 'damaged', basis: 'proven' });
  });
});

describe('the liability of a case', () => {
  it('comes with the step that shows it: sent late, by the stamp', () => {
    const owed = after(applied({ type: 'RS', reason: 'missingItem' }), [say.approve]);
    expect(moved(owed, say.dispatch).facts.liability).toMatchObject({ rule: 'byReason' });
    const late = moved(owed, say.dispatch, at(NOW + 49 * HOUR));
    expect(late.facts.liability).toMatchObject({ party: 'branch', rule: 'shippedLate', basis: 'proven' });
    expect(late.transition.trace.at(-1)).toMatchObject({ rule: 'liability', facts: { rule: 'shippedLate' } });
  });

  it('falls with the reason it rested on, and is found anew when that is agreed', () => {
    const defect = after(applied({ reason: 'manufacturingDefect' }), [say.approve]);
    expect(defect.liability).toMatchObject({ party: 'supplier' });
    const changed = after(defect, [{ ...say.modify, reason: 'wrongItem' }]);
    expect(changed.liability).toBeNull();
    expect(after(changed, [say.approve]).liability).toMatchObject({ party: 'branch', rule: 'byReason' });
  });

  it('is HQ’s only where nobody was found before: the dispute ran out undecided', () => {
    const disputed = after(applied(), [say.reject, say.escalate]);
    const undecided = moved(disputed, say.timeout, at(disputed.deadline!.at)).facts;
    expect(undecided.liability).toMatchObject({ party: 'hq', rule: 'disputeDefaultDays' });
    const known = { party: 'carrier', rule: 'reportLost', basis: 'assumed' } as const;
    const kept = moved({ ...disputed, liability: known }, say.timeout, at(disputed.deadline!.at)).facts;
    expect(kept.liability).toBe(known);
  });

  it('names the buyer who accepts a deduction for what came back', () => {
    const back = after(applied(), [say.approve, say.ship, { ...say.offer, amount: 10_000 }, say.accept], context);
    expect(back.liability).toMatchObject({ party: 'buyer', rule: 'damaged' });
  });

  it('changes only with a trace of it, on every way a case can take', () => {
    fc.assert(
      fc.property(fc.tuple(openings, steps(30)), ([start, taken]) => {
        const seen = walk(start, taken);
        for (const [index, { facts, transition }] of seen.entries()) {
          const earlier = seen[index - 1]?.facts.liability ?? null;
          if (!transition || facts.liability === earlier || facts.liability === null) continue;
          expect(transition.trace.at(-1)).toMatchObject({ rule: 'liability', facts: { party: facts.liability.party } });
        }
      }),
      runs(60),
    );
  });
});
