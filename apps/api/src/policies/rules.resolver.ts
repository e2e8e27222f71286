import type { KindKey } from '@headwater/policy';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { Instant, Json } from '../common/scalars.js';
import { AssignmentService } from './assignment.service.js';
import { CoverageEffectView } from './coverage.types.js';
import { PolicyKindKeyEnum } from './enums.js';
import { OwnRulesService } from './own-rules.service.js';
import { RulesViewService } from './rules-view.service.js';
import { EffectiveRulesView, ExplanationView } from './rules.types.js';

const id = { type: () => ID };
const kindArg = { type: () => PolicyKindKeyEnum };
const instant = { type: () => Instant, nullable: true };
const known = { ...instant, description: 'P9: as it was known then; without it, as known now.' };
const optional = { type: () => String, nullable: true };
const consent = { type: () => Boolean, nullable: true };

@Resolver()
export class RulesResolver {
  constructor(
    @Inject(RulesViewService) private readonly view: RulesViewService,
    @Inject(OwnRulesService) private readonly own: OwnRulesService,
    @Inject(AssignmentService) private readonly assignments: AssignmentService,
  ) {}

  @Requires('rules.read')
  @Query(() => EffectiveRulesView)
  effectiveRules(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('kind', kindArg) kind: KindKey,
    @Args('at', instant) at?: number | null,
    @Args('knownAt', known) knownAt?: number | null,
  ): Promise<EffectiveRulesView> {
    return this.view.effective(actor, { nodeId, kind, at, knownAt });
  }

  @Requires('rules.read')
  @Query(() => ExplanationView)
  explainRule(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('kind', kindArg) kind: KindKey,
    @Args('field') field: string,
    @Args('at', instant) at?: number | null,
    @Args('knownAt', known) knownAt?: number | null,
  ): Promise<ExplanationView> {
    return this.view.explain(actor, { nodeId, kind, field, at, knownAt });
  }

  @Requires('rules.setOwn')
  @Query(() => CoverageEffectView)
  previewOwnRules(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('kind', kindArg) kind: KindKey,
    @Args('changes', { type: () => Json }) changes: unknown,
  ): Promise<CoverageEffectView> {
    return this.own.preview(actor, { nodeId, kind, changes });
  }

  @Requires('rules.assign')
  @Query(() => CoverageEffectView)
  previewAssignment(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('versionId', id) versionId: string,
    @Args('from', instant) from?: number | null,
    @Args('to', instant) to?: number | null,
    @Args('fit', consent) fit?: boolean | null,
  ): Promise<CoverageEffectView> {
    return this.assignments.preview(actor, { nodeId, versionId, from, to, fit });
  }

  @Requires('rules.assign')
  @Mutation(() => CoverageEffectView, {
    description:
      'Without `from`, from now on; a past one is a correction and needs rules.correct. A rollback whose values are out of bounds by now is refused with the list, or fitted with `fit`.',
  })
  assignVersion(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('versionId', id) versionId: string,
    @Args('from', instant) from?: number | null,
    @Args('to', instant) to?: number | null,
    @Args('reason', optional) reason?: string | null,
    @Args('fit', consent) fit?: boolean | null,
  ): Promise<CoverageEffectView> {
    return this.assignments.assign(actor, { nodeId, versionId, from, to, reason, fit });
  }

  @Requires('rules.assign')
  @Mutation(() => CoverageEffectView, { description: 'The unit is given no shared version any more: back to inherit.' })
  assignNothing(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('kind', kindArg) kind: KindKey,
    @Args('from', instant) from?: number | null,
    @Args('reason', optional) reason?: string | null,
  ): Promise<CoverageEffectView> {
    return this.assignments.assignNothing(actor, { nodeId, kind, from, reason });
  }

  @Requires('rules.cancelAssignment')
  @Query(() => CoverageEffectView)
  previewCancelAssignment(@CurrentStaff() actor: StaffActor, @Args('id', id) assignmentId: string): Promise<CoverageEffectView> {
    return this.assignments.previewCancel(actor, assignmentId);
  }

  @Requires('rules.cancelAssignment')
  @Mutation(() => CoverageEffectView, { description: 'Withdraws an assignment: what it covered holds again.' })
  cancelAssignment(
    @CurrentStaff() actor: StaffActor,
    @Args('id', id) assignmentId: string,
    @Args('reason') reason: string,
  ): Promise<CoverageEffectView> {
    return this.assignments.cancel(actor, assignmentId, reason);
  }

  @Requires('rules.setOwn')
  @Mutation(() => EffectiveRulesView, {
    description: "A unit's own track: field → directive, or null for back to inherit; other fields stay.",
  })
  async setOwnRules(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('kind', kindArg) kind: KindKey,
    @Args('changes', { type: () => Json }) changes: unknown,
    @Args('ownVersion', { type: () => Int }) ownVersion: number,
    @Args('reason', optional) reason?: string | null,
  ): Promise<EffectiveRulesView> {
    await this.own.set(actor, { nodeId, kind, changes, ownVersion, reason });
    return this.view.effective(actor, { nodeId, kind });
  }
}
