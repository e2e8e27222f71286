import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { AcknowledgementListService } from './acknowledgement-list.service.js';
import { AcknowledgementService } from './acknowledgement.service.js';
import {
  AcknowledgementFilter,
  AcknowledgementPage,
  AcknowledgingBranchFilter,
  AcknowledgingBranchPage,
  MyAcknowledgementPage,
} from './acknowledgement.types.js';

const page = { type: () => PageInput, nullable: true };
const assignment = { type: () => ID };
const branches = { type: () => [ID] };

@Resolver()
export class AcknowledgementResolver {
  constructor(
    @Inject(AcknowledgementListService) private readonly lists: AcknowledgementListService,
    @Inject(AcknowledgementService) private readonly service: AcknowledgementService,
  ) {}

  @Requires('acknowledgement.read')
  @Query(() => AcknowledgementPage, {
    description: 'Rules that branches of the viewer are to read, the first to fall due first.',
  })
  acknowledgements(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => AcknowledgementFilter, nullable: true }) filter?: AcknowledgementFilter | null,
    @Args('page', page) at?: PageInput | null,
  ): Promise<AcknowledgementPage> {
    return this.lists.list(actor, filter ?? {}, at);
  }

  @Requires('acknowledgement.read')
  @Query(() => AcknowledgingBranchPage, { description: 'The branches that are to read one rule.' })
  acknowledgingBranches(
    @CurrentStaff() actor: StaffActor,
    @Args('assignmentId', assignment) id: string,
    @Args('filter', { type: () => AcknowledgingBranchFilter, nullable: true }) filter?: AcknowledgingBranchFilter | null,
    @Args('page', page) at?: PageInput | null,
  ): Promise<AcknowledgingBranchPage> {
    return this.lists.branches(actor, id, filter ?? {}, at);
  }

  @Requires('acknowledgement.accept')
  @Query(() => MyAcknowledgementPage, { description: 'What the branches that the viewer manages have not accepted yet.' })
  myAcknowledgements(
    @CurrentStaff() actor: StaffActor,
    @Args('page', page) at?: PageInput | null,
  ): Promise<MyAcknowledgementPage> {
    return this.service.mine(actor, at);
  }

  @Requires('acknowledgement.see')
  @Mutation(() => Int, { description: 'How many of the branches had not seen it before.' })
  seeAcknowledgement(
    @CurrentStaff() actor: StaffActor,
    @Args('assignmentId', assignment) id: string,
    @Args('nodeIds', branches) nodeIds: string[],
  ): Promise<number> {
    return this.service.see(actor, id, nodeIds);
  }

  @Requires('acknowledgement.accept')
  @Mutation(() => Int, { description: 'How many of the branches had not accepted it before.' })
  acceptAcknowledgement(
    @CurrentStaff() actor: StaffActor,
    @Args('assignmentId', assignment) id: string,
    @Args('nodeIds', branches) nodeIds: string[],
  ): Promise<number> {
    return this.service.accept(actor, id, nodeIds);
  }
}
