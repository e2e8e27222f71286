import fc from 'fast-check';
import { refusalCodes } from '../result.js';
import { actionVerbs, commands, commandsOf, openings, steps, walk } from '../testing/arbitraries.js';
import { at, rules, SHANGHAI } from '../testing/cases.js';
import { runs } from '../testing/runs.js';
import { caseActors, caseStates, isTerminal, terminalStates, type CaseState, type CaseVerb } from '../vocabulary.js';
import { allowedActions, nextByItself } from './actions.js';
import { applyTransition, decide, timeout } from './decide.js';
import { rowOf } from './table.js';

const walks = fc.tuple(openings, steps(30)).map(([start, taken]) => walk(start, taken));
const visited = walks.chain((seen) => fc.constantFrom(...seen));

it('either moves as the table says or fails with one known code', () => {
  fc.assert(
    fc.property(visited, commands, ({ facts, now }, command) => {
      const row = rowOf(facts.type, facts.state, command.verb, command.actor);
      const decision = decide(facts, command, at(now));
      if (decision.ok) expect(row?.to).toContain(decision.to);
      else expect(refusalCodes).toContain(decision.code);
      if (!row)
        expect(decision).toMatchObject({ ok: false, code: expect.stringMatching(/^(WRONG_STATE|NOT_ALLOWED_FOR_ACTOR)$/) });
    }),
    runs(150),
  );
});

it('changes nothing that has ended', () => {
  const ends = visited.filter(({ facts }) => isTerminal(facts.state));
  fc.assert(
    fc.property(ends, commands, ({ facts, now }, command) => {
      expect(decide(facts, command, at(now))).toMatchObject({ ok: false, code: 'WRONG_STATE', allowed: [] });
    }),
    runs(50),
  );
});

it('lets nothing wait without a deadline, and nothing that has ended have one', () => {
  fc.assert(
    fc.property(walks, (seen) => {
      for (const { facts } of seen) expect(facts.deadline === null).toBe(isTerminal(facts.state));
    }),
    runs(50),
  );
});

it('ends every case by its clocks alone, or leaves it with money to pay', () => {
  fc.assert(
    fc.property(visited, ({ facts: start }) => {
      let facts = start;
      for (let rung = 0; facts.deadline && facts.state !== 'REFUNDING'; rung += 1) {
        expect(rung).toBeLessThan(20);
        const decision = timeout(facts, at(facts.deadline.at));
        if (!decision.ok) throw new Error(decision.code);
        facts = applyTransition(facts, decision);
      }
      expect(['REFUNDING', ...terminalStates]).toContain(facts.state);
    }),
    runs(80),
  );
});

it('changes state only so often, whatever is asked', () => {
  // Each cycle costs one use of a bound: 3 modifications, and 2 each of 5 kinds; between two of them no state comes twice.
  const most = (rules.modifyMax + 5 * rules.repeatMax + 1) * caseStates.length;
  fc.assert(
    fc.property(openings, steps(200), (start, taken) => {
      const moves = walk(start, taken).filter(({ transition }) => transition && transition.from !== transition.to);
      expect(moves.length).toBeLessThanOrEqual(most);
    }),
    runs(20),
  );
});

it('never refunds more than was paid, nor closes over goods the branch holds', () => {
  fc.assert(
    fc.property(walks, (seen) => {
      for (const { facts } of seen) {
        expect(facts.approvedAmount ?? 0).toBeLessThanOrEqual(facts.maxAmount);
        if (facts.state === 'CLOSED') expect(facts.goodsHeldBy).not.toBe('branch');
      }
    }),
    runs(80),
  );
});

it('does nothing bounded more often than its bound', () => {
  fc.assert(
    fc.property(walks, (seen) => {
      const times = (verb: CaseVerb, from?: CaseState) =>
        seen.filter(({ transition }) => transition?.verb === verb && (from === undefined || transition.from === from)).length;
      expect(times('modify')).toBeLessThanOrEqual(rules.modifyMax);
      const repeated = [
        times('askInfo'),
        times('propose') + times('outOfStock'),
        times('escalate'),
        times('changeLogistics', 'RECEIPT_REFUSED'),
      ];
      expect(Math.max(...repeated)).toBeLessThanOrEqual(rules.repeatMax);
      const sentBack = seen.filter(({ transition }) => transition?.from === 'DISPUTED' && /^AWAIT_/.test(transition.to));
      expect(sentBack.length).toBeLessThanOrEqual(rules.repeatMax);
    }),
    runs(80),
  );
});

it('ends with money or with goods, never with both, and sends goods only to who gave theirs back or lacks some', () => {
  fc.assert(
    fc.property(walks, (seen) => {
      const { facts } = seen.at(-1)!;
      if (facts.state === 'DONE') expect(facts).toMatchObject({ refundDecidedAt: null, buyerReceivedAt: expect.any(Number) });
      for (const { transition } of seen) {
        const sent = transition?.effects.some(({ kind }) => kind === 'replacementShipped') ?? false;
        expect(sent).toBe(transition?.to === 'AWAIT_BUYER_RECEIPT' && transition.from !== 'AWAIT_BUYER_RECEIPT');
      }
    }),
    runs(80),
  );
});

it('decides a refund once and ends with at most one payout', () => {
  fc.assert(
    fc.property(walks, (seen) => {
      const posted = seen.flatMap(({ transition }) => transition?.effects.map(({ kind }) => kind) ?? []);
      const times = (...kinds: string[]) => posted.filter((kind) => kinds.includes(kind)).length;
      const { facts } = seen.at(-1)!;
      expect(times('refundDecided')).toBe(facts.refundDecidedAt === null ? 0 : 1);
      expect(times('refundPaid', 'manualVoucher')).toBe(facts.state === 'REFUNDED' ? 1 : 0);
    }),
    runs(80),
  );
});

it('offers exactly what it would accept', () => {
  fc.assert(
    fc.property(visited, fc.constantFrom(...caseActors), ({ facts, now }, actor) => {
      const offered = allowedActions(facts, actor, at(now)).map(({ verb }) => verb);
      for (const verb of actionVerbs.filter((other) => !['timeout', 'recount', ...offered].includes(other))) {
        const [command] = fc.sample(commandsOf(verb, actor), 1);
        expect(decide(facts, command!, at(now)).ok).toBe(false);
      }
      for (const { verb, to } of allowedActions(facts, actor, at(now))) {
        expect(to.length).toBeGreaterThan(0);
        const accepted = fc
          .sample(commandsOf(verb as (typeof actionVerbs)[number], actor), 40)
          .map((command) => decide(facts, command, at(now)));
        for (const decision of accepted) if (decision.ok) expect(to).toContain(decision.to);
      }
    }),
    runs(50),
  );
});

it('foretells what its clock will do', () => {
  fc.assert(
    fc.property(visited, ({ facts, now }) => {
      const next = nextByItself(facts, at(now));
      const decision = timeout(facts, at(Math.max(now, facts.deadline?.at ?? now)));
      expect(next?.to ?? null).toBe(decision.ok ? decision.to : null);
      expect(next?.at ?? null).toBe(facts.deadline?.at ?? null);
    }),
    runs(80),
  );
});

it('answers the same to the same question and keeps the facts as they were', () => {
  fc.assert(
    fc.property(visited, commands, ({ facts, now }, command) => {
      const before = structuredClone(facts);
      const context = { now, rules, timeZone: SHANGHAI, returnFreight: 1_200 };
      expect(decide(facts, command, context)).toEqual(decide(facts, command, context));
      expect(facts).toEqual(before);
    }),
    runs(50),
  );
});

it('walks through every state, so that the laws above speak of all of them', () => {
  const states = fc.sample(walks, { numRuns: 150, seed: 7 }).flatMap((seen) => seen.map(({ facts }) => facts.state));
  expect([...new Set(states)].sort()).toEqual([...caseStates].sort());
});
