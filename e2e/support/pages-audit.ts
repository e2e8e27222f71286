import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const grave = new Set<string | null | undefined>(['serious', 'critical']);

const LOOKS = 20;
const BETWEEN = 100;

/** Looks again while something is wrong, as long as a page that has just been turned or resized takes to be drawn. */
async function lasting<T>(page: Page, look: () => Promise<T>, isWrong: (found: T) => boolean): Promise<T> {
  let found = await look();
  for (let looks = 0; looks < LOOKS && isWrong(found); looks += 1) {
    await page.waitForTimeout(BETWEEN);
    found = await look();
  }
  return found;
}

/**
 * Serious and critical violations of WCAG on the page, each with the first elements that have it.
 * @param rules the only ones to look for; all where none are named
 */
export async function violationsOf(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(source);
  const look = () =>
    page.evaluate(
      (options) => (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(options),
      { resultTypes: ['violations'], ...(rules && { runOnly: [...rules] }) },
    );
  const isGrave = ({ impact }: AxeResults['violations'][number]) => grave.has(impact);
  const { violations } = await lasting(page, look, (found) => found.violations.some(isGrave));
  return violations.filter(isGrave).map(
    ({ id, help, nodes }) =>
      `${id}: ${help} – ${nodes
        .slice(0, 3)
        .map(({ target, any }) => [target.join(' '), any[0]?.message].filter(Boolean).join(': '))
        .join(' | ')}`,
  );
}

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  lasting(
    page,
    () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    (overflow) => overflow > 0,
  );
