import { Inject } from '@nestjs/common';
import { Args, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, StaffActor } from '../auth/actor.js';
import { CurrentActor, CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import type { AfterSalesCase } from './case.entity.js';
import { CasePresences } from './case-presence.service.js';
import { CaseView } from './case.view.js';

@ObjectType('Colleague')
class ColleagueView {
  @Field(() => ID) id: string;
  @Field() personName: string;
}

const id = { type: () => ID };

@Resolver(() => CaseView)
export class CasePresenceResolver {
  constructor(@Inject(CasePresences) private readonly presences: CasePresences) {}

  @ResolveField(() => [ColleagueView], { description: 'A17: who else has it open just now.' })
  colleagues(@Parent() row: AfterSalesCase, @CurrentActor() actor: Actor): Promise<ColleagueView[]> {
    return this.presences.others(actor, row.id);
  }

  @Requires('case.read')
  @Mutation(() => [ColleagueView], {
    description: 'Said while a case is open, again within 20 seconds: others are told. Answers who else has it open.',
  })
  attendCase(@CurrentStaff() actor: StaffActor, @Args('id', id) caseId: string): Promise<ColleagueView[]> {
    return this.presences.attend(actor, caseId);
  }

  @Requires('case.read')
  @Mutation(() => Boolean)
  async leaveCase(@CurrentStaff() actor: StaffActor, @Args('id', id) caseId: string): Promise<boolean> {
    await this.presences.leave(actor, caseId);
    return true;
  }
}
