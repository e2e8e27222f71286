import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { CalendarService } from './calendar.service.js';
import { CalendarDayView, CalendarEventEnum, CalendarFilter, CalendarPage, type CalendarEvent } from './calendar.types.js';
import { CoverageEffectView } from './coverage.types.js';
import { TurnService } from './turn.service.js';

@Resolver()
export class CalendarResolver {
  constructor(
    @Inject(CalendarService) private readonly service: CalendarService,
    @Inject(TurnService) private readonly turns: TurnService,
  ) {}

  @Requires('rules.read')
  @Query(() => CalendarPage, { description: 'What begins and ends, the soonest first; up to 400 days.' })
  calendar(
    @CurrentStaff() actor: StaffActor,
    @Args('filter') filter: CalendarFilter,
    @Args('page', { nullable: true }) page?: PageInput,
  ): Promise<CalendarPage> {
    return this.service.page(actor, filter, page);
  }

  @Requires('rules.read')
  @Query(() => [CalendarDayView], { description: 'How many entries of the calendar each day of a zone has, up to 400 days.' })
  calendarDays(
    @CurrentStaff() actor: StaffActor,
    @Args('filter') filter: CalendarFilter,
    @Args('timeZone') timeZone: string,
  ): Promise<CalendarDayView[]> {
    return this.service.days(actor, filter, timeZone);
  }

  @Requires('rules.read')
  @Query(() => CoverageEffectView, {
    description: 'What an assignment, suspension or exemption will do by itself when it begins or ends, at that instant.',
  })
  previewTurn(
    @CurrentStaff() actor: StaffActor,
    @Args('factId', { type: () => ID }) factId: string,
    @Args('event', { type: () => CalendarEventEnum }) event: CalendarEvent,
  ): Promise<CoverageEffectView> {
    return this.turns.preview(actor, factId, event);
  }
}
