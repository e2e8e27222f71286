import { act } from '@testing-library/react';
import axe, { type Result } from 'axe-core';

const options = { rules: { 'color-contrast': { enabled: false } } };

/** Serious and critical violations; contrast is left to the browser tests and to the token file's own test, jsdom paints nothing. */
export async function violationsIn(element: Element): Promise<string[]> {
  let found: Result[] = [];
  await act(async () => {
    found = (await axe.run(element, options)).violations;
  });
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}
