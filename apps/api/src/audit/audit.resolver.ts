import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { PageInput } from '../common/pagination.js';
import { AuditEventPageView } from './audit-event.view.js';
import { AuditListService } from './audit-list.service.js';

@Resolver()
export class AuditResolver {
  constructor(@Inject(AuditListService) private readonly events: AuditListService) {}

  @Requires('audit.read')
  @Query(() => AuditEventPageView)
  async auditEvents(
    @CurrentStaff() actor: StaffActor,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<AuditEventPageView> {
    const { items, nextCursor } = await this.events.list(actor, search, page);
    return {
      items: items.map((event) => ({ ...event, node: actor.snapshot.node(event.nodeId ?? '') ?? null })),
      nextCursor,
    };
  }
}
