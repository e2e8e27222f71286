import { isTerminal, statesOf, type CaseType } from '../vocabulary.js';
import type { LifecycleRow } from './row.js';
import { lifecycle } from './table.js';

const label = ({ verb, actors }: LifecycleRow): string => (verb === 'timeout' ? 'clock' : `${verb} (${actors.join(', ')})`);

/** The lifecycle of a type as a Mermaid state diagram, drawn from the table that decides; one arrow per pair of states. */
export function lifecycleDiagram(type: CaseType): string {
  const arrows = new Map<string, string[]>();
  for (const row of lifecycle.filter(({ types }) => types.includes(type))) {
    for (const to of row.to) {
      const arrow = `${row.state ?? '[*]'} --> ${to}`;
      arrows.set(arrow, [...(arrows.get(arrow) ?? []), label(row)]);
    }
  }
  const drawn = [...arrows].map(([arrow, labels]) => `  ${arrow}: ${labels.join(', ')}`);
  const ends = statesOf[type].filter(isTerminal).map((state) => `  ${state} --> [*]`);
  return ['stateDiagram-v2', ...drawn, ...ends, ''].join('\n');
}
