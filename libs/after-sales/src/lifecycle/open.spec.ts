import { at, context, HOUR, NOW } from '../testing/cases.js';
import { openCase } from './open.js';

const application = { type: 'RR', reason: 'changedMind', amount: 9_900, maxAmount: 18_900, feeFree: true } as const;

it('starts with the branch’s clock and nothing decided', () => {
  const { facts, transition } = openCase(application, 'buyer', context);
  expect(facts).toMatchObject({
    ...application,
    state: 'APPLIED',
    appliedAt: NOW,
    approvedAmount: null,
    goodsHeldBy: 'buyer',
    deadline: { at: NOW + 48 * HOUR, outcome: 'approve', field: 'respondHours', legalCeiling: false },
  });
  expect(transition).toMatchObject({
    verb: 'apply',
    actor: 'buyer',
    from: null,
    to: 'APPLIED',
    deadline: facts.deadline,
    effects: [],
  });
});

it('gives the branch the hours that the rules say', () => {
  expect(openCase(application, 'branch', at(NOW, { respondHours: 24 })).facts.deadline?.at).toBe(NOW + 24 * HOUR);
});
