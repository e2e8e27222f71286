// eslint-disable-next-line boundaries/dependencies -- the page to compare with is a file; the library itself reads none
import { readFileSync } from 'node:fs';
import { caseTypes } from '../vocabulary.js';
import { lifecycleDiagram } from './diagram.js';
import { lifecycle } from './table.js';

it('draws every move of a type, one arrow per pair of states', () => {
  const lines = lifecycleDiagram('RO').trim().split('\n');
  expect(lines[0]).toBe('stateDiagram-v2');
  expect(lines).toContain('  [*] --> APPLIED: apply (buyer, branch)');
  expect(lines).toContain('  APPLIED --> REFUNDING: approve (branch), approve (system), clock');
  expect(lines).toContain('  REFUNDED --> [*]');
  expect(new Set(lines.map((line) => line.split(':')[0])).size).toBe(lines.length);
});

it('draws a return with all its ways', () => {
  const drawn = lifecycleDiagram('RR');
  const pairs = lifecycle
    .filter(({ types }) => types.includes('RR'))
    .flatMap(({ state, to }) => to.map((next) => `${state ?? '[*]'} --> ${next}`));
  for (const pair of pairs) expect(drawn).toContain(`  ${pair}: `);
  expect(lifecycleDiagram('RO')).not.toContain('AWAIT_RETURN');
});

it('is what docs/cases.md shows; `npm run diagrams -w @headwater/after-sales` draws it anew', () => {
  const page = readFileSync(new URL('../../../../docs/cases.md', import.meta.url), 'utf8');
  const shown = [...page.matchAll(/```mermaid\n([^`]*)```/gu)].map(([, diagram]) => diagram);
  expect(shown).toEqual(caseTypes.map(lifecycleDiagram));
});
