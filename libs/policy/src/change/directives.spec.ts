import { withChanges } from './directives.js';

const before = { enabled: { set: false }, scope: { lock: true as const } };

describe('an edit of directives', () => {
  it.each([
    ['takes the place of what the field had', { enabled: { set: true } }, { enabled: { set: true }, scope: { lock: true } }],
    ['brings a field back to inherit', { enabled: null }, { scope: { lock: true } }],
    ['says nothing of a field that inherits already', { mode: null }, before],
    ['says nothing at all', {}, before],
  ])('%s', (_, changes, after) => {
    expect(withChanges(before, changes)).toEqual(after);
    expect(before.enabled).toEqual({ set: false });
  });
});
