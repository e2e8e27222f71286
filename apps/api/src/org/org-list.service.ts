import { nodeId, type NodeId, type NodeType } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { may } from '../auth/authorize.js';
import { scopeRoots } from '../auth/scope.js';
import { cutPage, readPage, type PageInput } from '../common/pagination.js';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import { indexOf, isBelowAny, placeAfter, textOf, type NameIndex } from './org-index.js';
import type { OrgNodePageView } from './views.js';

export interface NodeSearch {
  readonly search?: string | null;
  readonly within?: string | null;
  readonly types?: readonly NodeType[] | null;
}

/** The organization as far as the viewer reaches, from the snapshot alone: 100,000 units cost no query. */
@Injectable()
export class OrgListService {
  private index: NameIndex | null = null;

  constructor(@Inject(TreeService) private readonly tree: TreeService) {}

  async one(actor: StaffActor, id: string): Promise<NodeFacts | null> {
    const snapshot = await this.tree.current();
    return this.mayRead(actor, snapshot, id) ? snapshot.require(id) : null;
  }

  /** Units by a part of their name, code or city, without archived ones. */
  async search(actor: StaffActor, { search, within, types }: NodeSearch, page?: PageInput | null): Promise<OrgNodePageView> {
    const snapshot = await this.tree.current();
    const roots = this.reach(actor, snapshot, within ?? null);
    const words = (search ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean);
    const found = this.indexOf(snapshot).sorted.filter(
      (node) =>
        node.archivedAt === null &&
        (!types || types.includes(node.type)) &&
        words.every((word) => textOf(node).includes(word)) &&
        isBelowAny(snapshot, node.id, roots),
    );
    return cut(found, page);
  }

  /** Units directly below one; below none, the highest the viewer reaches. */
  async children(
    actor: StaffActor,
    { parentId, includeArchived }: { parentId: string | null; includeArchived: boolean },
    page?: PageInput | null,
  ): Promise<OrgNodePageView> {
    const snapshot = await this.tree.current();
    const ids = parentId === null ? this.tops(actor, snapshot) : this.below(actor, snapshot, parentId);
    const nodes = ids.map((id) => snapshot.require(id)).filter(({ archivedAt }) => includeArchived || archivedAt === null);
    const { rankOf } = this.indexOf(snapshot);
    const rank = ({ id }: NodeFacts) => rankOf.get(id) ?? 0;
    return cut(
      nodes.sort((a, b) => rank(a) - rank(b)),
      page,
    );
  }

  private indexOf(snapshot: TreeSnapshot): NameIndex {
    this.index = indexOf(snapshot, this.index);
    return this.index;
  }

  private below(actor: StaffActor, snapshot: TreeSnapshot, parentId: string): NodeId[] {
    return this.mayRead(actor, snapshot, parentId) ? snapshot.tree.childrenOf(nodeId(parentId)) : [];
  }

  private tops(actor: StaffActor, snapshot: TreeSnapshot): NodeId[] {
    return scopeRoots(actor, 'orgNode.read').filter((id) => snapshot.has(id));
  }

  /** The units whose subtrees together are what may be shown: the chosen one, or what of the viewer's own lies below it. */
  private reach(actor: StaffActor, snapshot: TreeSnapshot, within: string | null): NodeId[] {
    const tops = this.tops(actor, snapshot);
    if (within === null) return tops;
    if (!snapshot.has(within)) return [];
    if (this.mayRead(actor, snapshot, within)) return [nodeId(within)];
    return tops.filter((top) => snapshot.tree.isWithin(top, nodeId(within)));
  }

  private mayRead(actor: StaffActor, snapshot: TreeSnapshot, id: string): boolean {
    return snapshot.has(id) && may(actor, 'orgNode.read', snapshot.rowAt(id));
  }
}

function cut(nodes: readonly NodeFacts[], page?: PageInput | null): OrgNodePageView {
  const { first, after } = readPage(page);
  const from = after === null ? 0 : placeAfter(nodes, { name: String(after.key), id: nodeId(after.id) });
  const { items, nextCursor } = cutPage(nodes.slice(from, from + first + 1), first, ({ name, id }) => ({ key: name, id }));
  return { items, nextCursor, total: nodes.length };
}
