import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { CalendarService } from './calendar.service.js';
import { CalendarEntryView, CalendarFilter } from './calendar.types.js';

@Resolver()
export class CalendarResolver {
  constructor(@Inject(CalendarService) private readonly service: CalendarService) {}

  @Requires('rules.read')
  @Query(() => [CalendarEntryView], { description: 'What begins and ends, the soonest first; up to 400 days.' })
  calendar(@CurrentStaff() actor: StaffActor, @Args('filter') filter: CalendarFilter): Promise<CalendarEntryView[]> {
    return this.service.list(actor, filter);
  }
}
