import { reasonClasses, riskLevels, type AutoApproveTable, type Returnless, type RiskLimits } from '@headwater/policy';
import fc from 'fast-check';
import { allowedActions, nextByItself } from '../lifecycle/actions.js';
import { decide } from '../lifecycle/decide.js';
import { reasonCodes } from '../reasons.js';
import { after, applied, at, caseIn, moved, NOW, refused, rules, say } from '../testing/cases.js';
import { runs } from '../testing/runs.js';
import { caseTypes } from '../vocabulary.js';
import { autoApprovalFor, decideAutoApproval } from './auto-approval.js';
import { decideBuyerRisk, type BuyerRisk } from './buyer-risk.js';
import { decideReturnless, returnlessFor } from './returnless.js';

const limits: RiskLimits = {
  ...{ frequentReturners: true, riskWindowDays: 90, riskApplications: 10, riskShare: 50 },
  riskActions: ['lookClosely', 'noAutoApproval'],
};
const calm: BuyerRisk = decideBuyerRisk({ applications: 1, lines: 4 }, limits);
const often: BuyerRisk = decideBuyerRisk({ applications: 12, lines: 20 }, limits);

const fen = fc.nat(50_000);
const rule: fc.Arbitrary<Returnless> = fc.oneof(
  fc.record({ by: fc.constant('amount' as const), amount: fen }),
  fc.record({ by: fc.constant('cost' as const), handlingCost: fc.nat(3_000), resaleBps: fc.nat(10_000) }),
);
const table: fc.Arbitrary<AutoApproveTable> = fc.array(
  fc.record({
    amountUpTo: fen,
    reasonClasses: fc.option(fc.uniqueArray(fc.constantFrom(...reasonClasses), { minLength: 1 })),
    riskUpTo: fc.constantFrom(...riskLevels),
  }),
  { maxLength: 5 },
);

describe('returnless (A1)', () => {
  const byCost = { by: 'cost', handlingCost: 800, resaleBps: 5_000 } as const;

  it('lets the buyer keep what costs more to take back than it brings, and says what that saves', () => {
    const kept = decideReturnless({ value: 3_000, returnFreight: 1_200 }, byCost);
    expect(kept).toMatchObject({ keeps: true, saves: 500, flip: { fact: 'value', at: 4_002 } });
    expect(kept.trace[0]?.facts).toMatchObject({ returnFreight: 1_200, handlingCost: 800, resale: 1_500, flipsAt: 4_002 });
    expect(decideReturnless({ value: 18_900, returnFreight: 1_200 }, byCost)).toMatchObject({ keeps: false, saves: 0 });
  });

  it('keeps up to an amount, that included', () => {
    const upTo = { by: 'amount', amount: 2_000 } as const;
    expect(decideReturnless({ value: 2_000, returnFreight: 1_200 }, upTo)).toMatchObject({ keeps: true, saves: 1_200 });
    expect(decideReturnless({ value: 2_001, returnFreight: 1_200 }, upTo)).toMatchObject({ keeps: false, flip: { at: 2_000 } });
  });

  it('names a value that does turn it, and no nearer one does', () => {
    fc.assert(
      fc.property(rule, fen, fc.nat(3_000), (each, value, returnFreight) => {
        const { keeps, flip } = decideReturnless({ value, returnFreight }, each);
        if (flip === null) {
          expect(keeps).toBe(true);
          return;
        }
        const kept = (other: number) => decideReturnless({ value: other, returnFreight }, each).keeps;
        expect(kept(flip.at)).toBe(!keeps);
        expect(kept(keeps ? flip.at - 1 : flip.at + 1)).toBe(keeps);
      }),
      runs(300),
    );
  });

  const cheap = { returnless: { by: 'amount', amount: 20_000 }, returnAddress: null } as const;

  it('is carried out at approval: the refund at once, or the other item, without an address to return to', () => {
    const refund = moved(applied(), say.approve, at(NOW, cheap));
    expect(refund.facts).toMatchObject({ state: 'REFUNDING', keepsItem: true, goodsHeldBy: 'buyer', approvedAmount: 18_900 });
    expect(refund.transition.effects[0]).toEqual({ kind: 'refundDecided', amount: 18_900, goodsBack: false });
    expect(refund.transition.trace.at(-1)).toMatchObject({ rule: 'returnless', passes: true });
    const exchange = moved(applied({ type: 'EX' }), say.approve, at(NOW, cheap));
    expect(exchange.facts).toMatchObject({ state: 'AWAIT_RESHIP', keepsItem: true, reshipSince: NOW });
  });

  it('is no decision for what is repaired, what does not come back, and what came back already', () => {
    const kept = (...[facts]: [ReturnType<typeof applied>]) => returnlessFor(facts, at(NOW, cheap));
    expect([kept(applied({ type: 'RP' })), kept(applied({ type: 'RO' })), kept(applied({ type: 'RS' }))]).toEqual([
      null,
      null,
      null,
    ]);
    expect(kept(caseIn('APPLIED', { goodsHeldBy: 'branch' }))).toBeNull();
  });

  it('is what the clock does too', () => {
    expect(nextByItself(applied(), at(NOW, cheap))).toMatchObject({ to: 'REFUNDING', refund: 18_900 });
  });

  it('may be set aside with a reason, and where the goods have somewhere to go', () => {
    const asked = { ...say.approve, returnReason: '需要查验批次' };
    const here = at(NOW, { ...cheap, returnAddress: rules.returnAddress });
    expect(moved(applied(), asked, here).facts).toMatchObject({ state: 'AWAIT_RETURN', keepsItem: false });
    expect(refused(applied(), { ...asked, returnReason: ' ' }, here)).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'returnReason',
    });
    expect(refused(applied(), asked, at(NOW, cheap))).toMatchObject({ code: 'RETURN_ADDRESS_REQUIRED' });
  });

  it('ends when HQ asks for the goods after all', () => {
    const disputed = after(applied({ type: 'EX' }), [say.approve, say.dispatch, say.wrongReceived], at(NOW, cheap));
    expect(disputed).toMatchObject({ state: 'DISPUTED', keepsItem: true });
    expect(after(disputed, [{ ...say.verdict, to: 'AWAIT_RETURN' }], at(NOW, cheap)).keepsItem).toBe(false);
  });
});

describe('auto-approval (A7)', () => {
  const rows: AutoApproveTable = [
    { amountUpTo: 5_000, reasonClasses: ['expectation'], riskUpTo: 'normal' },
    { amountUpTo: 20_000, reasonClasses: null, riskUpTo: 'normal' },
  ];

  it('takes the first row that matches, by its id, and names the amount that turns it', () => {
    const asked = { amount: 4_000, reasonClass: 'expectation', risk: calm } as const;
    expect(decideAutoApproval(asked, rows)).toMatchObject({ rule: 'autoApprove.1', flip: { fact: 'amount', at: 20_001 } });
    expect(decideAutoApproval({ ...asked, amount: 9_000 }, rows).rule).toBe('autoApprove.2');
    expect(decideAutoApproval({ ...asked, amount: 20_001 }, rows)).toMatchObject({ rule: null, flip: { at: 20_000 } });
    expect(decideAutoApproval(asked, [])).toMatchObject({ rule: null, flip: null });
  });

  it('leaves to people whom the limits keep from it, and whoever is not known', () => {
    const asked = { amount: 4_000, reasonClass: 'expectation' } as const;
    const anybody: AutoApproveTable = [{ amountUpTo: 5_000, reasonClasses: null, riskUpTo: 'frequent' }];
    expect(decideAutoApproval({ ...asked, risk: often }, anybody).rule).toBeNull();
    expect(decideAutoApproval({ ...asked, risk: { ...often, actions: ['lookClosely'] } }, anybody).rule).toBe('autoApprove.1');
    expect(decideAutoApproval({ ...asked, risk: { ...often, actions: [] } }, rows).rule).toBeNull();
    expect(decideAutoApproval({ ...asked, risk: null }, anybody).rule).toBeNull();
  });

  it('names an amount that does turn it', () => {
    fc.assert(
      fc.property(
        table,
        fen,
        fc.constantFrom(...reasonClasses),
        fc.constantFrom(calm, often),
        (all, amount, reasonClass, risk) => {
          const { rule: found, flip } = decideAutoApproval({ amount, reasonClass, risk }, all);
          if (flip === null) {
            expect(found).toBeNull();
            return;
          }
          expect(decideAutoApproval({ amount: flip.at, reasonClass, risk }, all).rule === null).toBe(found !== null);
        },
      ),
      runs(300),
    );
  });

  it('approves by the engine itself, and never above every row', () => {
    const cases = fc.record({
      type: fc.constantFrom(...caseTypes),
      reason: fc.constantFrom(...reasonCodes),
      amount: fc.integer({ min: 1, max: 18_900 }),
    });
    fc.assert(
      fc.property(table, cases, fc.constantFrom(calm, often, null), (autoApprove, changed, buyerRisk) => {
        const facts = applied(changed);
        const context = { ...at(NOW, { autoApprove }), buyerRisk };
        const decision = decide(facts, { verb: 'approve', actor: 'system' }, context);
        const highest = Math.max(-1, ...autoApprove.map(({ amountUpTo }) => amountUpTo));
        if (decision.ok) {
          expect(facts.amount).toBeLessThanOrEqual(highest);
          expect(decision.trace.find(({ rule: each }) => each === 'autoApprove')?.facts).toMatchObject({
            id: expect.stringMatching(/^autoApprove\.\d+$/),
          });
          expect(buyerRisk?.actions ?? ['noAutoApproval']).not.toContain('noAutoApproval');
        } else expect(decision.code).toBe('NOT_AUTO_APPROVED');
      }),
      runs(300),
    );
  });

  it('looks at what an exchange is worth, not at what was asked for it', () => {
    const context = { ...at(NOW, { autoApprove: rows }), buyerRisk: calm };
    const exchange = applied({ type: 'EX', amount: 100, maxAmount: 30_000 });
    expect(autoApprovalFor(exchange, context).rule).toBeNull();
  });

  it('goes on to keeping the item, and is nobody’s button', () => {
    const context = { ...at(NOW, { autoApprove: rows, returnless: { by: 'amount', amount: 20_000 } }), buyerRisk: calm };
    expect(moved(applied(), { verb: 'approve', actor: 'system' }, context).facts).toMatchObject({
      state: 'REFUNDING',
      keepsItem: true,
    });
    expect(allowedActions(applied(), 'system', at(NOW))).toEqual([]);
  });
});

describe('buyer’s risk (I3)', () => {
  it('calls a buyer frequent where count and share are reached, with the numbers', () => {
    expect(often).toMatchObject({ level: 'frequent', actions: limits.riskActions, applications: 12, lines: 20, flip: { at: 9 } });
    expect(decideBuyerRisk({ applications: 9, lines: 10 }, limits)).toMatchObject({
      level: 'normal',
      actions: [],
      flip: { at: 10 },
    });
    expect(decideBuyerRisk({ applications: 12, lines: 40 }, limits)).toMatchObject({ level: 'normal', flip: { at: 20 } });
    expect(decideBuyerRisk({ applications: 99, lines: 1 }, { ...limits, frequentReturners: false })).toMatchObject({
      ...{ level: 'normal', flip: null },
    });
  });

  it('names a count that does turn it', () => {
    const history = fc.record({ applications: fc.nat(60), lines: fc.nat(100) });
    fc.assert(
      fc.property(
        history,
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 100 }),
        (seen, riskApplications, riskShare) => {
          const own = { ...limits, riskApplications, riskShare };
          const { level, flip } = decideBuyerRisk(seen, own);
          expect(decideBuyerRisk({ ...seen, applications: flip!.at }, own).level).not.toBe(level);
        },
      ),
      runs(300),
    );
  });
});
