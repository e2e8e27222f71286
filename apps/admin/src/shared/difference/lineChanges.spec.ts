import { lineChanges } from './lineChanges';

const told = (old: string, now: string) =>
  lineChanges(Array.from(old), Array.from(now))
    .map(({ change, line }) => (change === 'added' ? '+' : '-') + line)
    .join(' ');

describe('the lines in which two tables differ', () => {
  it('are none where the tables are the same', () => {
    expect(told('abc', 'abc')).toBe('');
  });

  it('are those that went and those that came, in their place', () => {
    expect(told('abc', 'axc')).toBe('-b +x');
    expect(told('', 'ab')).toBe('+a +b');
    expect(told('ab', '')).toBe('-a -b');
  });

  it('are those that moved too, as the order decides', () => {
    expect(told('abc', 'bca')).toBe('-a +a');
  });
});
