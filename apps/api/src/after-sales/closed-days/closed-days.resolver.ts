import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../../auth/actor.js';
import { CurrentStaff } from '../../auth/current-actor.js';
import { Requires } from '../../auth/permission.js';
import { TreeService } from '../../tree/tree.service.js';
import { checkText } from '../read-args.js';
import type { ClosedDay } from './closed-day.entity.js';
import { ClosedDayService } from './closed-days.service.js';
import { ClosedDaysInput, ClosedDaysPreviewView, ClosedDayView, HolidayView } from './closed-days.view.js';

/** As long as its column. */
const MAX_KEY = 64;

/** A13: the days on which branches are closed. */
@Resolver()
export class ClosedDaysResolver {
  constructor(
    @Inject(ClosedDayService) private readonly days: ClosedDayService,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  @Requires('closedDay.read')
  @Query(() => [ClosedDayView], { description: 'From yesterday on, the next first.' })
  async closedDays(
    @CurrentStaff() actor: StaffActor,
    @Args('within', { type: () => ID, nullable: true }) within: string | null,
  ): Promise<ClosedDayView[]> {
    return (await this.days.list(actor, within)).map((row) => this.show(row));
  }

  @Requires('closedDay.read')
  @Query(() => [HolidayView], { description: 'China’s statutory holidays of a year, to be added or not.' })
  statutoryHolidays(@Args('year', { type: () => Int }) year: number): HolidayView[] {
    return [...this.days.statutory(year)];
  }

  @Requires('closedDay.add')
  @Query(() => ClosedDaysPreviewView, { description: 'The dry run: nothing is changed.' })
  previewClosedDays(@CurrentStaff() actor: StaffActor, @Args('input') input: ClosedDaysInput): Promise<ClosedDaysPreviewView> {
    return this.days.preview(actor, input);
  }

  @Requires('closedDay.add')
  @Mutation(() => [ClosedDayView], { description: 'Deadlines of branches that run move in batches, with an event each.' })
  async addClosedDays(
    @CurrentStaff() actor: StaffActor,
    @Args('input') input: ClosedDaysInput,
    @Args('idempotencyKey') key: string,
  ): Promise<ClosedDayView[]> {
    checkText('idempotencyKey', key, MAX_KEY);
    return (await this.days.add(actor, input, key)).map((row) => this.show(row));
  }

  @Requires('closedDay.remove')
  @Query(() => ClosedDaysPreviewView, { description: 'The dry run: nothing is changed.' })
  previewRemoveClosedDay(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<ClosedDaysPreviewView> {
    return this.days.previewRemoval(actor, id);
  }

  @Requires('closedDay.remove')
  @Mutation(() => ClosedDayView, {
    description:
      'Deadlines of branches that run move forward in batches, with an event each; whoever was told a time keeps it whole.',
  })
  async removeClosedDay(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<ClosedDayView> {
    return this.show(await this.days.remove(actor, id));
  }

  private show(row: ClosedDay): ClosedDayView {
    return { ...row, node: this.tree.snapshot.require(row.nodeId) };
  }
}
