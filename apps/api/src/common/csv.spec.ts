import fc from 'fast-check';
import { amountCell, textCell } from './csv.js';

const numRuns = Number(process.env['HEADWATER_RUNS'] ?? 200);

describe('a cell of a file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+86 138', "'+86 138"],
    ['-SUM(A1)', "'-SUM(A1)"],
    ['@cmd', "'@cmd"],
    ['＝1＋1', "'＝1＋1"],
    ['\t=1', "'\t=1"],
    ['a, "b"', '"a, ""b"""'],
    ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
    ['羽绒服 M', '羽绒服 M'],
  ])('makes %j a text: %j', (text, cell) => {
    expect(textCell(text)).toBe(cell);
  });

  it.each([
    [193_5, '19.35'],
    [-5, '-0.05'],
    [0, '0.00'],
    [-123_456, '-1234.56'],
  ])('writes %d fen as %s', (fen, cell) => {
    expect(amountCell(fen)).toBe(cell);
  });

  it('says every amount exactly', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => BigInt(amountCell(fen).replace('.', '')) === BigInt(fen)),
      { numRuns },
    );
  });
});
