import { after, applied, at, NOW, say } from '../testing/cases.js';
import { labelRefused } from './label.js';

const approved = after(applied(), [say.approve]);

it('is for a return that is waited for, comes by parcel, and costs the buyer nothing', () => {
  expect(labelRefused(approved, 'merchant', at(NOW))).toBeNull();
  for (const payer of ['buyer', 'shared'] as const) expect(labelRefused(approved, payer, at(NOW))).toBe('LABEL_NOT_OWED');
  for (const facts of [applied(), after(approved, [say.ship])])
    expect(labelRefused(facts, 'merchant', at(NOW))).toBe('WRONG_STATE');
  expect(labelRefused(approved, 'merchant', at(NOW, { returnMethods: ['dropIn'] }))).toBe('METHOD_NOT_ALLOWED');
});
