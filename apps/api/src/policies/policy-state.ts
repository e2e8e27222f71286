import { buildSnapshot, type PolicySnapshot } from '@headwater/policy';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { factsOf, FactBook, type FactChanges } from './fact-book.js';

/** The whole of policy at one epoch: the organization, the resolved rules, and who wrote them. Immutable. */
export class PolicyState {
  private constructor(
    readonly epoch: number,
    readonly tree: TreeSnapshot,
    readonly snapshot: PolicySnapshot,
    readonly book: FactBook,
  ) {}

  static of(tree: TreeSnapshot, changes: FactChanges, epoch: number): PolicyState {
    const book = FactBook.empty.with(changes);
    return new PolicyState(epoch, tree, buildSnapshot({ tree: tree.tree, epoch, ...book.facts }), book);
  }

  /** The state at a later epoch. Only a change of the tree makes everything anew. */
  advance(tree: TreeSnapshot, changes: FactChanges, epoch: number): PolicyState {
    const book = this.book.with(changes);
    const snapshot =
      tree.tree === this.tree.tree
        ? this.snapshot.withFacts(factsOf(changes), epoch)
        : buildSnapshot({ tree: tree.tree, epoch, ...book.facts });
    return new PolicyState(epoch, tree, snapshot, book);
  }

  /** The same facts over the organization of another time. */
  over(tree: PolicySnapshot['tree']): PolicySnapshot {
    return tree === this.tree.tree ? this.snapshot : buildSnapshot({ tree, epoch: this.epoch, ...this.book.facts });
  }
}
