import type { KindKey } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { Json } from '../common/scalars.js';
import { ProblemView } from '../org/views.js';
import { PolicyKindKeyEnum } from './enums.js';
import { LintService } from './lint.service.js';
import { LintFindingView } from './lint.types.js';

@Resolver()
export class LintResolver {
  constructor(@Inject(LintService) private readonly service: LintService) {}

  @Requires('rules.read')
  @Query(() => [LintFindingView], {
    description: 'Of the rules that these directives would give the unit, were they assigned to it now.',
  })
  lintDirectives(
    @CurrentStaff() actor: StaffActor,
    @Args('kind', { type: () => PolicyKindKeyEnum }) kind: KindKey,
    @Args('nodeId', { type: () => ID }) nodeId: string,
    @Args('directives', { type: () => Json }) directives: unknown,
  ): Promise<LintFindingView[]> {
    return this.service.lint(actor, kind, nodeId, directives);
  }

  @Requires('rules.read')
  @Query(() => [ProblemView], {
    description: 'Why these directives would be refused at the unit now, as far as they are to blame themselves.',
  })
  directiveProblems(
    @CurrentStaff() actor: StaffActor,
    @Args('kind', { type: () => PolicyKindKeyEnum }) kind: KindKey,
    @Args('nodeId', { type: () => ID }) nodeId: string,
    @Args('directives', { type: () => Json }) directives: unknown,
  ): Promise<ProblemView[]> {
    return this.service.problems(actor, kind, nodeId, directives);
  }
}
