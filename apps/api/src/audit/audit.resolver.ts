import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { nullWhereAbsent } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import type { AuditEvent } from './audit-event.entity.js';
import { AuditEventPageView, AuditEventView, AuditFilter } from './audit-event.view.js';
import { AuditListService } from './audit-list.service.js';

@Resolver()
export class AuditResolver {
  constructor(@Inject(AuditListService) private readonly events: AuditListService) {}

  @Requires('audit.read')
  @Query(() => AuditEventPageView)
  async auditEvents(
    @CurrentStaff() actor: StaffActor,
    @Args('filter', { type: () => AuditFilter, nullable: true }) filter: AuditFilter | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<AuditEventPageView> {
    const { items, ...rest } = await this.events.list(actor, filter ?? {}, page);
    return { ...rest, items: items.map((event) => view(actor, event)) };
  }

  @Requires('audit.read')
  @Query(() => AuditEventView, { nullable: true, description: 'Null where there is none, or none in your scope.' })
  async auditEvent(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<AuditEventView | null> {
    const event = await this.events.get(actor, id).catch(nullWhereAbsent);
    return event && view(actor, event);
  }
}

const view = ({ snapshot }: StaffActor, event: AuditEvent): AuditEventView => ({
  ...event,
  node: snapshot.node(event.nodeId ?? '') ?? null,
});
