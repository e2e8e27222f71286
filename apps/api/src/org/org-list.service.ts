import { nodeId, type NodeId, type NodeType } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../auth/actor.js';
import { may } from '../auth/authorize.js';
import { scopeRoots } from '../auth/scope.js';
import { cutPage, readPage, type Cursor, type PageInput } from '../common/pagination.js';
import type { NodeFacts, TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';
import { byName, isBelowAny, nameIndex } from './org-index.js';
import type { OrgNodePageView } from './views.js';

export interface NodeSearch {
  readonly search?: string | null;
  readonly within?: string | null;
  readonly types?: readonly NodeType[] | null;
}

/** The organization as far as the viewer reaches, from the snapshot alone: 100,000 units cost no query. */
@Injectable()
export class OrgListService {
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
    const found = nameIndex(snapshot).filter(
      ({ node, text }) =>
        node.archivedAt === null &&
        (!types || types.includes(node.type)) &&
        words.every((word) => text.includes(word)) &&
        isBelowAny(snapshot, node.id, roots),
    );
    return cut(
      found.map(({ node }) => node),
      page,
    );
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
    return cut(nodes.sort(byName), page);
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
  const from = after === null ? 0 : firstAfter(nodes, after);
  const { items, nextCursor } = cutPage(nodes.slice(from, from + first + 1), first, ({ name, id }) => ({ key: name, id }));
  return { items, nextCursor, total: nodes.length };
}

function firstAfter(nodes: readonly NodeFacts[], { key, id }: Cursor): number {
  const last = { name: String(key), id: nodeId(id) };
  const at = nodes.findIndex((node) => byName(node, last) > 0);
  return at < 0 ? nodes.length : at;
}
