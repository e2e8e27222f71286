import { checkRestore, childTypesOf, nodeId } from '@headwater/org-tree';
import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Permission } from '@headwater/access';
import type { StaffActor } from '../auth/actor.js';
import { allowedPermissions } from '../auth/authorize.js';
import { MaybeStaff } from '../auth/current-actor.js';
import { OrgNodeView } from '../tree/org-node.view.js';
import type { TreeSnapshot } from '../tree/tree-snapshot.js';
import { TreeService } from '../tree/tree.service.js';

/** Whether the unit's state allows what the viewer's role may do: the screen draws its buttons from both. */
const possible: Partial<Record<Permission, (snapshot: TreeSnapshot, id: string) => boolean>> = {
  'orgNode.create': (snapshot, id) => !isArchived(snapshot, id) && childTypesOf(snapshot.require(id).type).length > 0,
  'orgNode.rename': (snapshot, id) => !isArchived(snapshot, id),
  'orgNode.move': (snapshot, id) => !isArchived(snapshot, id) && snapshot.require(id).parentId !== null,
  'orgNode.archive': (snapshot, id) => !isArchived(snapshot, id) && snapshot.require(id).parentId !== null,
  'orgNode.restore': (snapshot, id) => checkRestore(snapshot.tree, nodeId(id)).length === 0,
};

const isArchived = (snapshot: TreeSnapshot, id: string): boolean =>
  snapshot.tree.archivedFromAt(snapshot.tree.positionOf(nodeId(id))) !== Infinity;

@Resolver(() => OrgNodeView)
export class OrgActionsResolver {
  constructor(@Inject(TreeService) private readonly tree: TreeService) {}

  @ResolveField(() => [String], { description: 'orgNode.create, orgNode.rename, orgNode.move, orgNode.archive, orgNode.restore' })
  allowedActions(@Parent() node: OrgNodeView, @MaybeStaff() actor: StaffActor | null): string[] {
    const { snapshot } = this.tree;
    if (actor === null || !snapshot.has(node.id)) return [];
    const allowed = allowedPermissions(actor, 'orgNode', snapshot.rowAt(node.id));
    return allowed.filter((permission) => possible[permission]?.(snapshot, node.id) === true);
  }
}
