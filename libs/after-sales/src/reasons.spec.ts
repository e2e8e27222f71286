import { reasonClasses } from '@headwater/policy';
import { isReasonCode, reasonClassLabels, reasonCodes, reasonOf, reasonsAt } from './reasons.js';

it('has reasons in every class that policy tables are written by', () => {
  expect([...new Set(reasonCodes.map((code) => reasonOf(code).class))].sort()).toEqual([...reasonClasses].sort());
  expect(Object.keys(reasonClassLabels).sort()).toEqual([...reasonClasses].sort());
});

it('offers only what can be true before the goods arrive', () => {
  expect(reasonsAt('unshipped')).toEqual(['boughtWrong', 'unneeded', 'changedMind', 'notShippedInTime']);
  expect(reasonsAt('underWay')).toEqual(['boughtWrong', 'unneeded', 'changedMind', 'lateDelivery', 'notArrived']);
});

it('offers quality and mismatch once the goods are there', () => {
  expect(reasonsAt('received')).toEqual(
    expect.arrayContaining(['manufacturingDefect', 'sizeMismatch', 'wrongItem', 'changedMind']),
  );
  expect(reasonsAt('received')).not.toContain('notArrived');
});

it('names the buyer as owner of what the buyer decided, and of nothing else', () => {
  const ofBuyer = reasonCodes.filter((code) => reasonOf(code).owner === 'buyer');
  expect(ofBuyer).toEqual(reasonCodes.filter((code) => reasonOf(code).class === 'expectation'));
});

it('speaks both languages, without repeating itself', () => {
  const labels = reasonCodes.map((code) => reasonOf(code).label);
  expect(new Set(labels.map(({ zh }) => zh)).size).toBe(reasonCodes.length);
  expect(new Set(labels.map(({ en }) => en)).size).toBe(reasonCodes.length);
});

it('knows its own codes and no inherited name', () => {
  expect(isReasonCode('changedMind')).toBe(true);
  expect(isReasonCode('toString')).toBe(false);
});
