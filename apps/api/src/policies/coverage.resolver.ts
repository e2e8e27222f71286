import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { Instant } from '../common/scalars.js';
import { CoverageBoardService } from './coverage-board.service.js';
import { CoverageService } from './coverage.service.js';
import { CoverageEffectView, CoveragePageView, CoverageRowView } from './coverage.types.js';
import { SuspensionService } from './suspension.service.js';

const id = { type: () => ID };
const units = { type: () => [ID], nullable: true, description: 'Units below that stay as they are, with all below them.' };
const instant = { type: () => Instant, nullable: true };
const later = { ...instant, description: 'Now or later; without it, now.' };

@Resolver()
export class CoverageResolver {
  constructor(
    @Inject(CoverageBoardService) private readonly board: CoverageBoardService,
    @Inject(CoverageService) private readonly coverages: CoverageService,
    @Inject(SuspensionService) private readonly suspensions: SuspensionService,
  ) {}

  @Requires('coverage.read')
  @Query(() => CoveragePageView, { description: "Units right below one; without one, the top of the viewer's scope." })
  coverage(
    @CurrentStaff() actor: StaffActor,
    @Args('parentId', { type: () => ID, nullable: true }) parentId?: string | null,
    @Args('at', instant) at?: number | null,
    @Args('page', { type: () => PageInput, nullable: true }) page?: PageInput | null,
  ): Promise<CoveragePageView> {
    return this.board.list(actor, parentId ?? null, at ?? null, page);
  }

  @Requires('coverage.read')
  @Query(() => [CoverageRowView], { description: "The rows from the top of the viewer's scope down to a unit, itself the last." })
  coveragePath(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('at', instant) at?: number | null,
  ): Promise<CoverageRowView[]> {
    return this.board.path(actor, nodeId, at ?? null);
  }

  @Requires('coverage.turnOn', 'coverage.turnOff')
  @Query(() => CoverageEffectView)
  previewCoverage(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('on') on: boolean,
    @Args('exclude', units) exclude?: string[] | null,
  ): Promise<CoverageEffectView> {
    return this.coverages.preview(actor, nodeId, on, exclude ?? []);
  }

  @Requires('coverage.turnOn', 'coverage.turnOff')
  @Mutation(() => CoverageEffectView, { description: 'For the unit and all below it, those of later included.' })
  turnCoverage(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('on') on: boolean,
    @Args('reason', { type: () => String, nullable: true }) reason?: string | null,
    @Args('exclude', units) exclude?: string[] | null,
  ): Promise<CoverageEffectView> {
    return this.coverages.turn(actor, nodeId, on, reason ?? null, { exclude: exclude ?? [] });
  }

  @Requires('coverage.suspend')
  @Query(() => CoverageEffectView)
  previewSuspension(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('from', later) from?: number | null,
    @Args('until', instant) until?: number | null,
  ): Promise<CoverageEffectView> {
    return this.suspensions.previewSuspend(actor, nodeId, { from: from ?? null, until: until ?? null });
  }

  @Requires('coverage.suspend')
  @Mutation(() => CoverageEffectView, { description: 'Promises already made stand.' })
  suspendCoverage(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('reason') reason: string,
    @Args('from', later) from?: number | null,
    @Args('until', instant) until?: number | null,
  ): Promise<CoverageEffectView> {
    return this.suspensions.suspend(actor, nodeId, reason, { from: from ?? null, until: until ?? null });
  }

  @Requires('coverage.resume')
  @Query(() => CoverageEffectView)
  previewResumption(@CurrentStaff() actor: StaffActor, @Args('nodeId', id) nodeId: string): Promise<CoverageEffectView> {
    return this.suspensions.previewResume(actor, nodeId);
  }

  @Requires('coverage.resume')
  @Mutation(() => CoverageEffectView, {
    description: 'Ends the suspension of this very unit; where none holds yet, the next that is planned is withdrawn.',
  })
  resumeCoverage(
    @CurrentStaff() actor: StaffActor,
    @Args('nodeId', id) nodeId: string,
    @Args('reason') reason: string,
  ): Promise<CoverageEffectView> {
    return this.suspensions.resume(actor, nodeId, reason);
  }
}
