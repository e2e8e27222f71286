import { Inject } from '@nestjs/common';
import { Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { NodeRefView, OrgNodeView } from './org-node.view.js';
import { TreeService } from './tree.service.js';

/** What a unit's place says about it, from the snapshot alone. */
@Resolver(() => OrgNodeView)
export class OrgNodePlaceResolver {
  constructor(@Inject(TreeService) private readonly tree: TreeService) {}

  @ResolveField(() => [NodeRefView], {
    description: 'From HQ down to the unit. Names above are known to those below; the data there is not.',
  })
  path(@Parent() node: OrgNodeView): NodeRefView[] {
    return this.tree.snapshot.path(node.id);
  }

  @ResolveField(() => Int, { description: 'Units directly below, without archived ones.' })
  childCount(@Parent() node: OrgNodeView): number {
    return this.tree.snapshot.childCount(node.id);
  }

  @ResolveField(() => Int, { description: 'Branches at or below, without archived ones.' })
  branchCount(@Parent() node: OrgNodeView): number {
    return this.tree.snapshot.branchCount(node.id);
  }
}
