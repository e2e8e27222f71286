import { compensated, compensationPaid } from './compensation-posting.js';
import { trialBalance } from './balance.js';
import { caseRef, context, short } from './testing/events.js';

const grant = { ...caseRef(), amount: 1_500, grant: 'G1' };

it('is a cost of the branch, owed to the buyer, and cleared by its payout', () => {
  const [promised, paid] = [compensated(grant, context), compensationPaid(grant, context)];
  expect(short(promised)).toEqual(['expense 1500 compensation branch', 'buyerPayable -1500 compensation –']);
  expect(short(paid)).toEqual(['buyerPayable 1500 compensation –', 'cashClearing -1500 compensation –']);
  const open = trialBalance([promised, paid].flatMap(({ lines }) => lines)).filter(({ amount }) => amount !== 0);
  expect(open.map(({ account }) => account).sort()).toEqual(['cashClearing', 'expense']);
});

it('posts a grant once, and several of one case apart', () => {
  expect(compensated(grant, context).idempotencyKey).toBe(compensated({ ...grant }, context).idempotencyKey);
  expect(compensated({ ...grant, grant: 'G2' }, context).idempotencyKey).not.toBe(compensated(grant, context).idempotencyKey);
});

it.each([0, -1, 0.5])('takes no amount of %s', (amount) => {
  expect(() => compensated({ ...grant, amount }, context)).toThrow('Not an amount above 0');
});
