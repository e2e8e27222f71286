import { isBranch } from '@headwater/org-tree';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';

/** Why a line of a list names no branch to act on. */
export type LineProblem = 'UNKNOWN_BRANCH' | 'AMBIGUOUS_BRANCH' | 'NOT_A_BRANCH' | 'REPEATED_BRANCH';

export interface ListedBranch {
  readonly line: number;
  readonly node: NodeFacts;
}

export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly code: LineProblem;
}

export interface BranchList {
  readonly branches: readonly ListedBranch[];
  readonly problems: readonly UnreadLine[];
}

const HEADS = new Set(['code', 'name', 'unit', '编号', '名称', '分店', '组织']);

/** The first cell of a line, of a spreadsheet or typed. */
const firstCell = (line: string): string => {
  const quoted = /^\s*"((?:[^"]|"")*)"/.exec(line);
  return (quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (line.split(/[,;\t]/)[0] ?? '')).trim();
};

/**
 * Branches by their codes or names, a line each, the first cell of a CSV file. What is not within the reach of whoever asks looks like
 * what is not there. A line that names none is told with its number; the rest stays.
 */
export function readBranchList(text: string, tree: TreeSnapshot, isReached: (node: NodeFacts) => boolean): BranchList {
  const find = finderIn(tree, isReached);
  const branches: ListedBranch[] = [];
  const problems: UnreadLine[] = [];
  const seen = new Set<string>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const cell = firstCell(line);
    if (cell === '' || (index === 0 && HEADS.has(cell.toLowerCase()))) continue;
    const found = find(cell);
    const code = typeof found === 'string' ? found : seen.has(found.id) ? 'REPEATED_BRANCH' : null;
    if (typeof found === 'string' || code !== null) problems.push({ line: index + 1, text: cell, code: code as LineProblem });
    else {
      seen.add(found.id);
      branches.push({ line: index + 1, node: found });
    }
  }
  return { branches, problems };
}

/** A code is one unit's; a name may be several units'. */
function finderIn(tree: TreeSnapshot, isReached: (node: NodeFacts) => boolean): (cell: string) => NodeFacts | LineProblem {
  const byCode = new Map<string, NodeFacts>();
  const byName = new Map<string, NodeFacts[]>();
  for (const node of tree.nodes.values()) {
    byCode.set(node.code.toLowerCase(), node);
    byName.set(node.name, [...(byName.get(node.name) ?? []), node]);
  }
  return (cell) => {
    const coded = byCode.get(cell.toLowerCase());
    const found = (coded ? [coded] : (byName.get(cell) ?? [])).filter((node) => node.archivedAt === null && isReached(node));
    const [only, ...others] = found;
    if (!only) return 'UNKNOWN_BRANCH';
    if (others.length > 0) return 'AMBIGUOUS_BRANCH';
    return isBranch(only.type) ? only : 'NOT_A_BRANCH';
  };
}
