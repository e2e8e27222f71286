import type { NodeId } from '@headwater/org-tree';
import type { PolicySnapshot } from '@headwater/policy';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import type { PolicyState } from './policy-state.js';

/** Something that acts at its date and is no fact until then, such as a move (O2). */
export interface PlannedTurn {
  readonly at: number;
  /** What people call it by. */
  readonly label: string;
  readonly authorName: string;
  readonly changeSetId: string;
  /** The rules once it has come; the same snapshot where it would not be carried out. */
  readonly over: (before: PolicySnapshot) => PolicySnapshot;
}

/** Whose rules, and what is planned for later than when. */
interface PlansQuestion {
  readonly unit: NodeId;
  readonly after: number;
}

/** What is planned that may change the rules of a unit, as far as the viewer may see it; told by whoever plans it. */
export type PlanSource = (actor: Actor, state: PolicyState, question: PlansQuestion) => Promise<PlannedTurn[]>;

/** How the rules stand from an instant on, all that was planned until then being carried out. */
export interface PlannedEra {
  readonly plan: PlannedTurn;
  readonly snapshot: PolicySnapshot;
}

/** What is planned for the rules without being a fact, from the features that plan it. */
@Injectable()
export class PlannedTurns {
  private readonly sources: PlanSource[] = [];

  add(source: PlanSource): void {
    this.sources.push(source);
  }

  /** The eras ahead of a unit, the soonest first, until it is archived. Grows with what is planned. */
  async eras(actor: Actor, state: PolicyState, question: PlansQuestion): Promise<PlannedEra[]> {
    const told = await Promise.all(this.sources.map((source) => source(actor, state, question)));
    const eras: PlannedEra[] = [];
    for (const plan of told.flat().sort((a, b) => a.at - b.at)) {
      const before = eras.at(-1)?.snapshot ?? state.snapshot;
      const snapshot = plan.over(before);
      if (snapshot !== before) eras.push({ plan, snapshot });
    }
    return eras.filter(({ plan: { at }, snapshot: { tree } }) => at < tree.archivedFromAt(tree.positionOf(question.unit)));
  }
}
