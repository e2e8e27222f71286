import { conflictsSince, impactHash, stepsOf, type PolicySnapshot } from '@headwater/policy';
import type { NodeId } from '@headwater/org-tree';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { may, targetAt } from '../auth/authorize.js';
import { Database } from '../database/database.js';
import { PlannedTurns, type PlannedTurn } from '../policies/planned-turns.js';
import type { PolicyState } from '../policies/policy-state.js';
import { ChangeSet } from './change-set.entity.js';

/** P8: the approved change sets that wait for their date, as they move units, are among what changes a rule next. */
@Injectable()
export class PlannedChanges implements OnModuleInit {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(PlannedTurns) private readonly turns: PlannedTurns,
  ) {}

  onModuleInit(): void {
    this.turns.add(async (actor, state, { unit, after }) => {
      const waiting = await this.waiting(after);
      const seen = waiting.filter(({ nodeId }) => may(actor, 'changeSet.read', targetAt(state.tree, nodeId)));
      return concerning(state, unit, seen).map(turnOf);
    });
  }

  /** In the order in which they will be carried out. */
  private waiting(after: number): Promise<ChangeSet[]> {
    const where = { status: 'approved' as const, effectiveAt: MoreThan(after) };
    return this.database.read.find(ChangeSet, { where, order: { effectiveAt: 'ASC', number: 'ASC' } });
  }
}

/** The sets that change a unit on the way to this one, and those that change the way to where it will be moved. */
function concerning({ tree }: PolicyState, unit: NodeId, sets: readonly ChangeSet[]): ChangeSet[] {
  const units = new Set(tree.pathOf(unit));
  let found: ChangeSet[] = [];
  for (;;) {
    const more = sets.filter(({ operations }) => operations.some(({ nodeId }) => units.has(nodeId)));
    if (more.length === found.length) return found;
    found = more;
    const moves = found.flatMap(({ operations }) => operations).filter(({ verb }) => verb === 'move');
    for (const move of moves) if ('parentId' in move) for (const id of tree.pathOf(move.parentId)) units.add(id);
  }
}

function turnOf(set: ChangeSet): PlannedTurn {
  const { id, number, title, authorName, effectiveAt } = set;
  const at = effectiveAt ?? 0;
  const label = `#${String(number)} ${title}`;
  return { at, label, authorName, changeSetId: id, over: (before) => carriedOut(before, set, at) };
}

/** What would make the set go stale at its date keeps it from changing anything. */
function carriedOut(
  before: PolicySnapshot,
  { operations, baseEpoch, impactHash: looked }: ChangeSet,
  at: number,
): PolicySnapshot {
  const steps = stepsOf(before, operations, at);
  const isRefused = steps.some(({ recording }) => recording === null);
  const isStale = conflictsSince(before, operations, baseEpoch, at).length > 0 || looked !== impactHash(steps);
  return isRefused || isStale ? before : (steps.at(-1)?.after ?? before);
}
