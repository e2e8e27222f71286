import type { Role } from '@headwater/access';
import { Inject } from '@nestjs/common';
import { Args, Context, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Public, Requires } from '../auth/permission.js';
import { viewerOf } from '../auth/viewer.js';
import { RoleEnum, ViewerView } from '../auth/views.js';
import type { RequestContext } from '../common/request-context.js';
import { InvitationService, type SentInvitation } from './invitation.service.js';
import { PeopleService } from './people.service.js';
import { InvitationSentView, InvitationView } from './views.js';

@Resolver()
export class InvitationResolver {
  constructor(
    @Inject(InvitationService) private readonly invitations: InvitationService,
    @Inject(PeopleService) private readonly people: PeopleService,
  ) {}

  @Public()
  @Query(() => InvitationView, { nullable: true, description: 'Whom a link invites; null where it can no longer be used.' })
  async invitation(@Args('token') token: string): Promise<InvitationView | null> {
    const found = await this.invitations.find(token);
    return found && { email: found.person.email, name: found.person.name, expiresAt: found.invitation.expiresAt };
  }

  @Public()
  @Mutation(() => ViewerView)
  async acceptInvitation(
    @Args('token') token: string,
    @Args('name') name: string,
    @Args('password') password: string,
    @Context() context: RequestContext,
  ): Promise<ViewerView> {
    return viewerOf(await this.invitations.accept(token, name, password, context));
  }

  @Requires('person.invite')
  @Mutation(() => InvitationSentView)
  async invitePerson(
    @CurrentStaff() actor: StaffActor,
    @Args('email') email: string,
    @Args('name') name: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
    @Args('nodeId', { type: () => ID }) nodeId: string,
  ): Promise<InvitationSentView> {
    return this.present(actor, await this.invitations.invite(actor, email, name, role, nodeId));
  }

  @Requires('person.invite')
  @Mutation(() => InvitationSentView)
  async renewInvitation(
    @CurrentStaff() actor: StaffActor,
    @Args('personId', { type: () => ID }) personId: string,
  ): Promise<InvitationSentView> {
    return this.present(actor, await this.invitations.renew(actor, personId));
  }

  private async present(actor: StaffActor, { personId, link, expiresAt }: SentInvitation): Promise<InvitationSentView> {
    return { person: await this.people.changed(actor, personId), link, expiresAt };
  }
}
