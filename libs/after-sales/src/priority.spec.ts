import { priorityOf } from './priority.js';
import { reasonCodes } from './reasons.js';

it('ranks quality above every other reason', () => {
  const first = reasonCodes.filter((code) => priorityOf(code) === 1);
  expect(first).toEqual(['manufacturingDefect', 'transportDamage', 'packagingDamage']);
});
