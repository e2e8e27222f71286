import { columnAt } from '@headwater/access';
import type { Reach } from '@headwater/policy';
import type { NodeId } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database.js';
import { reachWithin, sizeOf, type DueRule } from './due-rules.js';
import type { PolicyState } from './policy-state.js';

/** How many of the branches that a rule reaches have acted. */
export interface AcknowledgementFigures {
  readonly branches: number;
  readonly seen: number;
  readonly accepted: number;
}

export interface CountedRule extends AcknowledgementFigures {
  readonly rule: DueRule;
}

/** A stretch of one index, added or taken away. */
interface Term {
  readonly index: number;
  readonly assignmentId: string;
  /** The unit of the question at or below which the stretch lies. */
  readonly within: NodeId;
  readonly unit: NodeId;
  readonly sign: 1 | -1;
}

/** Assignments that one statement asks for: a job may have made as many in one go. */
const BATCH = 10_000;

/** So many units are named to the database; of more it tells all that it has. */
const NAMED = 500;

type Sums = { seen: number; accepted: number }[];
type Counted = Record<'assignmentId' | 'unit', string> & Record<'seen' | 'accepted', number | string>;

/**
 * Counts acknowledgements by stretches of an index: those of a subtree, less those of the subtrees in it that follow another rule. All
 * stretches of one level are one statement, so there are no more of them than levels, however much was assigned.
 */
@Injectable()
export class AcknowledgementCounter {
  constructor(@Inject(Database) private readonly database: Database) {}

  /** The rules that reach any branch at or below some units, with their figures there. */
  async count(state: PolicyState, rules: readonly DueRule[], tops: readonly NodeId[]): Promise<CountedRule[]> {
    const reaching = rules
      .map((rule) => ({ rule, reaches: tops.map((top) => ({ top, parts: reachWithin(state, rule, [top]) })) }))
      .map((each) => ({ ...each, branches: sum(each.reaches.flatMap(({ parts }) => parts.map((part) => sizeOf(state, part)))) }))
      .filter(({ branches }) => branches > 0);
    const terms = reaching.flatMap(({ rule, reaches }, index) =>
      reaches.flatMap(({ top, parts }) => parts.flatMap((part) => termsOf(rule, part, top, index))),
    );
    const sums = reaching.map(({ rule, branches }) => ({ rule, branches, seen: 0, accepted: 0 }));
    for (const level of levelsOf(state, terms)) await this.add(state, sums, level);
    return sums;
  }

  /** Adds terms whose units lie on one level, below units of one level. */
  private async add(state: PolicyState, sums: Sums, terms: readonly Term[]): Promise<void> {
    const byPlace = new Map(terms.map((term) => [placeOf(term), term]));
    const assignments = distinct(terms.map(({ assignmentId }) => assignmentId));
    for (let from = 0; from < assignments.length; from += BATCH)
      for (const row of await this.read(state, terms, assignments.slice(from, from + BATCH))) {
        const term = byPlace.get(placeOf(row));
        const figures = term && sums[term.index];
        if (!figures) continue;
        figures.seen += term.sign * Number(row.seen);
        figures.accepted += term.sign * Number(row.accepted);
      }
  }

  private read(state: PolicyState, terms: readonly Term[], assignments: readonly string[]): Promise<Counted[]> {
    const units = distinct(terms.map(({ unit }) => unit));
    const within = distinct(terms.map((term) => term.within));
    const [column, above] = [columnOf(state, units), columnOf(state, within)];
    const named = units.length > NAMED || column === above ? [] : units;
    const among = (name: string, ids: readonly string[]) => `${name} IN (${ids.map(() => '?').join(', ')})`;
    return this.database.read.query<Counted[]>(
      `SELECT assignment_id AS assignmentId, ${column} AS unit, COUNT(*) AS seen, COUNT(accepted_at) AS accepted
       FROM policy_acknowledgement WHERE ${among(above, within)} AND ${among('assignment_id', assignments)}
       ${named.length > 0 ? `AND ${among(column, named)}` : ''} GROUP BY assignment_id, ${column}`,
      [...within, ...assignments, ...named],
    );
  }
}

const termsOf = ({ row: { id: assignmentId } }: DueRule, { top, without }: Reach, within: NodeId, index: number): Term[] => [
  { index, assignmentId, within, unit: top, sign: 1 },
  ...without.map((unit): Term => ({ index, assignmentId, within, unit, sign: -1 })),
];

/** The terms by the levels of their units and of those these lie below. */
function levelsOf({ tree: { tree } }: PolicyState, terms: readonly Term[]): Iterable<Term[]> {
  const levels = new Map<string, Term[]>();
  for (const term of terms) {
    const key = `${String(tree.depthOf(term.within))} ${String(tree.depthOf(term.unit))}`;
    const level = levels.get(key) ?? [];
    levels.set(key, level);
    level.push(term);
  }
  return levels.values();
}

/** The ancestor column of some units of one level. */
const columnOf = ({ tree: { tree } }: PolicyState, [unit]: readonly NodeId[]): string =>
  columnAt(unit === undefined ? 0 : tree.depthOf(unit));

const placeOf = ({ assignmentId, unit }: Pick<Counted, 'assignmentId' | 'unit'>): string => `${assignmentId} ${unit}`;
const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
