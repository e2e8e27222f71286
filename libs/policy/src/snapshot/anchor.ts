import type { NodeId } from '@headwater/org-tree';
import { turnsOf } from '../facts/node-facts.js';
import type { NodeFacts } from '../facts/node-facts.js';
import { foldFacts, untouchedDocument } from '../resolve/fold.js';
import type { PolicyDocument } from '../resolve/types.js';
import type { Epoch, Instant } from '../time.js';
import type { KindKey } from '../values/types.js';
import { sortedInstants, stretchAt } from '../timeline.js';

/**
 * The documents of a unit with facts of its own, one per stretch between two turns on its path. They are made when first asked
 * for and shared by all units that inherit from here.
 */
export class Anchor<K extends KindKey> {
  /** Instants at which a known fact on the path begins or ends, sorted. */
  readonly turns: readonly Instant[];
  private readonly documents: (PolicyDocument<K> | undefined)[] = [];

  /**
   * @param path of the unit, itself included
   * @param isRoot P11: a pilot names the unit, so that what units above say to it is not what they say to its parent
   */
  constructor(
    private readonly kind: K,
    private readonly above: Anchor<K> | null,
    private readonly facts: NodeFacts,
    private readonly path: readonly NodeId[],
    private readonly isRoot: boolean,
    private readonly epoch: Epoch,
  ) {
    const own = turnsOf(facts, epoch);
    this.turns = above && own.length === 0 ? above.turns : sortedInstants([...(above?.turns ?? []), ...own]);
  }

  /** The document at an instant, and from when to when it is the same. */
  stretchAt(at: Instant): { readonly document: PolicyDocument<K>; readonly from: Instant; readonly to: Instant } {
    const stretch = stretchAt(this.turns, at);
    const from = this.turns[stretch - 1] ?? -Infinity;
    const document = (this.documents[stretch] ??= this.documentOf(from));
    return { document, from, to: this.turns[stretch] ?? Infinity };
  }

  private documentOf(from: Instant): PolicyDocument<K> {
    if (this.isRoot) return this.folded(untouchedDocument(this.kind), this.line(), from);
    return this.folded(this.above?.stretchAt(from).document ?? untouchedDocument(this.kind), [this.facts], from);
  }

  private folded(above: PolicyDocument<K>, units: readonly NodeFacts[], from: Instant): PolicyDocument<K> {
    return foldFacts(above, units, this.path, from, this.epoch);
  }

  /** The facts of the anchors on the path; as many as there are levels. */
  private line(): NodeFacts[] {
    return [...(this.above?.line() ?? []), this.facts];
  }
}
