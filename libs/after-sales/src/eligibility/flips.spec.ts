import fc from 'fast-check';
import { reasonCodes } from '../reasons.js';
import type { ApplicationRules } from '../rules.js';
import { DAY, NOW, SHANGHAI } from '../testing/cases.js';
import { runs } from '../testing/runs.js';
import { caseTypes } from '../vocabulary.js';
import { checkApplication } from './check.js';
import { flipsOf, type Flip } from './flips.js';
import type { Application, OrderFacts } from './order.js';

const rules: ApplicationRules = {
  types: ['refundOnly', 'returnRefund'],
  noReasonDays: 7,
  inStoreDays: 3,
  selfServiceDays: 15,
  qualityDays: 30,
  windowByCategory: [],
  maxApplications: 5,
  refundOutboundFreight: false,
  evidence: [],
  excluded: [],
  contactFirst: false,
};

const orderOf = (age: number, changed: Partial<OrderFacts> = {}): OrderFacts => ({
  channel: 'express',
  paidAt: NOW - (age + 3) * DAY,
  cancelledAt: null,
  cancelReason: null,
  shippedAt: NOW - (age + 2) * DAY,
  receivedAt: NOW - age * DAY,
  completedAt: null,
  timeZone: SHANGHAI,
  lines: [
    {
      lineId: 'L1',
      category: 'shoes',
      sold: 3,
      refunded: 1,
      inOpenCases: 0,
      applications: 1,
      replacedAt: null,
      refundable: 20_000,
    },
  ],
  ...changed,
});

const wish = (changed: Partial<Application> = {}): Application => ({
  by: 'buyer',
  type: 'RR',
  reason: 'changedMind',
  lines: [{ lineId: 'L1', quantity: 2 }],
  amount: null,
  ...changed,
});

/** The question again, with the change that was named. */
function turned(application: Application, now: number, flip: Flip): { application: Application; now: number } {
  switch (flip.kind) {
    case 'endsAt':
    case 'atLatest':
      return { application, now: flip.at };
    case 'staff':
      return { application: { ...application, by: 'branch', withContact: true }, now };
    case 'contact':
      return { application: { ...application, withContact: true }, now };
    default: {
      const { kind, ...changed } = flip;
      expect(Object.keys(changed)).toHaveLength(1);
      return { application: { ...application, ...changed }, now };
    }
  }
}

it('names of a yes the moment it ends', () => {
  expect(flipsOf(orderOf(2), { application: wish(), now: NOW }, rules)).toEqual([{ kind: 'endsAt', at: expect.any(Number) }]);
});

it('names fewer pieces, another amount, another reason or type, an earlier day, or staff', () => {
  const first = (changed: Partial<Application>, age = 2) =>
    flipsOf(orderOf(age), { application: wish(changed), now: NOW }, rules)[0];
  expect(first({ lines: [{ lineId: 'L1', quantity: 3 }] })).toEqual({ kind: 'quantity', lines: [{ lineId: 'L1', quantity: 2 }] });
  expect(first({ amount: 20_001 })).toEqual({ kind: 'amount', amount: 20_000 });
  expect(first({ type: 'EX' })).toEqual({ kind: 'type', type: 'RO' });
  expect(first({}, 20)).toMatchObject({ kind: 'reason', reason: 'sizeMismatch' });
  expect(first({}, 60)).toMatchObject({ kind: 'atLatest' });
  expect(flipsOf(orderOf(60), { application: wish(), now: NOW }, rules).at(-1)).toEqual({ kind: 'staff' });
});

it('names the contact that has to come first, or staff, who log it as they file', () => {
  const asked = { ...rules, contactFirst: true };
  expect(flipsOf(orderOf(2), { application: wish(), now: NOW }, asked)).toEqual([{ kind: 'contact' }, { kind: 'staff' }]);
  const spoken = orderOf(2, { contact: { branch: '南京路店', at: NOW } });
  expect(flipsOf(spoken, { application: wish(), now: NOW }, asked)).toMatchObject([{ kind: 'endsAt' }]);
});

it('names nothing where no single change helps', () => {
  expect(flipsOf(orderOf(2, { cancelledAt: NOW }), { application: wish(), now: NOW }, rules)).toEqual([]);
});

const questions = fc.record({
  age: fc.integer({ min: 0, max: 90 }),
  type: fc.constantFrom(...caseTypes),
  reason: fc.constantFrom(...reasonCodes, 'bored'),
  quantity: fc.integer({ min: 0, max: 4 }),
  amount: fc.option(fc.integer({ min: 0, max: 30_000 })),
  by: fc.constantFrom<Application['by']>('buyer', 'branch'),
  received: fc.boolean(),
});

it('does turn the answer round with each change it names', () => {
  fc.assert(
    fc.property(questions, ({ age, quantity, received, ...asked }) => {
      const order = orderOf(age, received ? {} : { receivedAt: null });
      const application = wish({ ...asked, lines: [{ lineId: 'L1', quantity }] });
      const { eligible } = checkApplication(order, application, rules, NOW);
      for (const flip of flipsOf(order, { application: application, now: NOW }, rules)) {
        const again = turned(application, NOW, flip);
        expect(checkApplication(order, again.application, rules, again.now).eligible).toBe(!eligible);
      }
    }),
    runs(300),
  );
});

it('names of a date the nearest: a moment before the end still is eligible, a moment after the latest is not', () => {
  fc.assert(
    fc.property(questions, ({ age, quantity, received: _, ...asked }) => {
      const application = wish({ ...asked, lines: [{ lineId: 'L1', quantity }] });
      const answer = (now: number) => checkApplication(orderOf(age), application, rules, now).eligible;
      for (const flip of flipsOf(orderOf(age), { application: application, now: NOW }, rules)) {
        if (flip.kind === 'endsAt') expect(answer(flip.at - 1)).toBe(true);
        if (flip.kind === 'atLatest') expect(answer(flip.at + 1)).toBe(false);
      }
    }),
    runs(300),
  );
});
