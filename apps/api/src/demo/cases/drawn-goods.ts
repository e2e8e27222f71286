import { drawnPng, type Colour } from '../../after-sales/photos/drawn-png.js';

const SIZE = 48;
const MARGIN = 8;
const ground: Colour = [226, 222, 214];
const stain: Colour = [96, 74, 58];

/** Goods on a table, with a stain somewhere: no photo, but something to look at, the same for the same case. */
export function drawnGoods(caseId: string): Buffer {
  const drawn = (back: number) => caseId.charCodeAt(caseId.length - back);
  const goods: Colour = [drawn(1) * 2, drawn(2) * 2, drawn(3) * 2];
  const [left, top] = [drawn(4), drawn(5)];
  const isIn = (at: number, from: number, to: number) => at >= from && at < to;
  const within = (at: number) => MARGIN + (at % (SIZE - 3 * MARGIN));
  return drawnPng(SIZE, SIZE, (x, y) => {
    if (isIn(x, within(left), within(left) + MARGIN) && isIn(y, within(top), within(top) + MARGIN)) return stain;
    return isIn(x, MARGIN, SIZE - MARGIN) && isIn(y, MARGIN, SIZE - MARGIN) ? goods : ground;
  });
}
