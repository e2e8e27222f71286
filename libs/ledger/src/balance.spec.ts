import { checkBalanced, costOf, trialBalance } from './balance.js';
import { entryOf } from './posting.js';
import { refundDecided } from './refund-posting.js';
import { caseRef, context } from './testing/events.js';

const { lines } = refundDecided({ ...caseRef(), amount: 100 }, context);
const [debit, credit] = lines;

it('names what does not sum to zero, per currency', () => {
  expect(checkBalanced(lines)).toEqual([]);
  expect(checkBalanced([debit!, { ...credit!, currency: 'BRL' }])).toEqual([
    { currency: 'CNY', amount: 100 },
    { currency: 'BRL', amount: -100 },
  ]);
});

it('lets nothing unbalanced or broken into the books', () => {
  const head = { cause: 'refundDecided', idempotencyKey: 'x' } as const;
  expect(() => entryOf(head, [debit!], context)).toThrow(expect.objectContaining({ code: 'UNBALANCED' }));
  const halves = [
    { ...debit!, amount: 0.5 },
    { ...credit!, amount: -0.5 },
  ];
  expect(() => entryOf(head, halves, context)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
});

it('balances accounts in their order', () => {
  expect(trialBalance(lines)).toEqual([
    { account: 'returnedSales', currency: 'CNY', amount: 100 },
    { account: 'buyerPayable', currency: 'CNY', amount: -100 },
  ]);
});

it('counts expenses as cost, less what is recovered', () => {
  const expense = { ...debit!, account: 'expense', component: 'freight-fault', bearer: 'branch' } as const;
  const recovered = { ...expense, component: 'recovery', amount: -30 } as const;
  expect(costOf([expense, recovered, ...lines])).toEqual([{ currency: 'CNY', amount: 70 }]);
});
