import type { NodeType } from '@headwater/org-tree';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { NodeTypeEnum, OwnershipEnum } from '../tree/node-enums.js';
import type { Ownership } from '../tree/org-node.entity.js';
import { OrgNodeView } from '../tree/org-node.view.js';
import { OrgImpactService } from './org-impact.service.js';
import { OrgListService } from './org-list.service.js';
import { OrgWriteService } from './org-write.service.js';
import { NodeImpactView, OrgNodePageView } from './views.js';

const optional = { nullable: true } as const;

/** What is active below goes along, up to 500 units. */
const along = { type: () => Boolean, defaultValue: false };

@Resolver()
export class OrgResolver {
  constructor(
    @Inject(OrgListService) private readonly units: OrgListService,
    @Inject(OrgImpactService) private readonly impact: OrgImpactService,
    @Inject(OrgWriteService) private readonly changes: OrgWriteService,
  ) {}

  @Requires('orgNode.read')
  @Query(() => OrgNodeView, optional)
  orgNode(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<OrgNodeView | null> {
    return this.units.one(actor, id);
  }

  @Requires('orgNode.read')
  @Query(() => OrgNodePageView, { description: 'Units by a part of their name, code or city, without archived ones.' })
  orgNodes(
    @CurrentStaff() actor: StaffActor,
    @Args('search', { type: () => String, ...optional }) search: string | null,
    @Args('within', { type: () => ID, ...optional }) within: string | null,
    @Args('types', { type: () => [NodeTypeEnum], ...optional }) types: NodeType[] | null,
    @Args('page', { type: () => PageInput, ...optional }) page: PageInput | null,
  ): Promise<OrgNodePageView> {
    return this.units.search(actor, { search, within, types }, page);
  }

  @Requires('orgNode.read')
  @Query(() => OrgNodePageView, {
    description: "Units directly below one, by name. Without a parent: the top of the viewer's scope.",
  })
  orgNodeChildren(
    @CurrentStaff() actor: StaffActor,
    @Args('parentId', { type: () => ID, ...optional }) parentId: string | null,
    @Args('includeArchived', { type: () => Boolean, ...optional }) includeArchived: boolean | null,
    @Args('page', { type: () => PageInput, ...optional }) page: PageInput | null,
  ): Promise<OrgNodePageView> {
    return this.units.children(actor, { parentId: parentId ?? null, includeArchived: includeArchived ?? false }, page);
  }

  @Requires('orgNode.move')
  @Query(() => NodeImpactView)
  previewMove(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('parentId', { type: () => ID }) parentId: string,
  ): Promise<NodeImpactView> {
    return this.impact.ofMove(actor, id, parentId);
  }

  @Requires('orgNode.archive')
  @Query(() => NodeImpactView)
  previewArchive(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('along', along) isAlong: boolean,
  ): Promise<NodeImpactView> {
    return this.impact.ofArchive(actor, id, isAlong);
  }

  @Requires('orgNode.create')
  @Mutation(() => OrgNodeView)
  createOrgNode(
    @CurrentStaff() actor: StaffActor,
    @Args('parentId', { type: () => ID }) parentId: string,
    @Args('type', { type: () => NodeTypeEnum }) type: NodeType,
    @Args('name') name: string,
    @Args('code', { type: () => String, ...optional }) code: string | null,
    @Args('ownership', { type: () => OwnershipEnum, ...optional }) ownership: Ownership | null,
    @Args('timeZone', { type: () => String, ...optional }) timeZone: string | null,
  ): Promise<OrgNodeView> {
    return this.changes.create(actor, { parentId, type, name, code, ownership, timeZone });
  }

  @Requires('orgNode.rename')
  @Mutation(() => OrgNodeView)
  renameOrgNode(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('name') name: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<OrgNodeView> {
    return this.changes.rename(actor, { id, version }, name);
  }

  @Requires('orgNode.move')
  @Mutation(() => OrgNodeView)
  moveOrgNode(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('parentId', { type: () => ID }) parentId: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<OrgNodeView> {
    return this.changes.move(actor, { id, version }, parentId);
  }

  @Requires('orgNode.archive')
  @Mutation(() => OrgNodeView, { description: 'A store that has orders names the store which answers for them from then on.' })
  archiveOrgNode(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('successorId', { type: () => ID, ...optional }) successorId: string | null,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason', { type: () => String, ...optional }) reason: string | null,
    @Args('along', along) isAlong: boolean,
  ): Promise<OrgNodeView> {
    const how = { successorId: successorId ?? null, reason: reason ?? null, along: isAlong };
    return this.changes.archive(actor, { id, version }, how);
  }

  @Requires('orgNode.restore')
  @Mutation(() => OrgNodeView)
  restoreOrgNode(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<OrgNodeView> {
    return this.changes.restore(actor, { id, version });
  }
}
