import type { Role } from '@headwater/access';
import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { Requires } from '../auth/permission.js';
import { RoleEnum } from '../auth/views.js';
import { NotFound } from '../common/errors.js';
import { PageInput } from '../common/pagination.js';
import { PeopleService } from './people.service.js';
import { PersonStatusService } from './person-status.service.js';
import { RoleService } from './role.service.js';
import { PersonPageView, PersonView } from './views.js';

@Resolver()
export class PeopleResolver {
  constructor(
    @Inject(PeopleService) private readonly people: PeopleService,
    @Inject(RoleService) private readonly roles: RoleService,
    @Inject(PersonStatusService) private readonly statuses: PersonStatusService,
  ) {}

  @Requires('person.read')
  @Query(() => PersonPageView, { name: 'people' })
  list(
    @CurrentStaff() actor: StaffActor,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('page', { type: () => PageInput, nullable: true }) page: PageInput | null,
  ): Promise<PersonPageView> {
    return this.people.list(actor, search, page);
  }

  @Requires('person.read')
  @Query(() => PersonView, { nullable: true, description: 'Null where there is no such person in reach.' })
  person(@CurrentStaff() actor: StaffActor, @Args('id', { type: () => ID }) id: string): Promise<PersonView | null> {
    return this.people.one(actor, id).catch((error: unknown) => {
      if (error instanceof NotFound) return null;
      throw error;
    });
  }

  @Requires('person.grant')
  @Mutation(() => PersonView)
  async grantRole(
    @CurrentStaff() actor: StaffActor,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('role', { type: () => RoleEnum }) role: Role,
    @Args('nodeId', { type: () => ID }) nodeId: string,
  ): Promise<PersonView> {
    await this.roles.grant(actor, personId, role, nodeId);
    return this.people.changed(actor, personId);
  }

  @Requires('person.revoke')
  @Mutation(() => PersonView)
  async revokeRole(@CurrentStaff() actor: StaffActor, @Args('grantId', { type: () => ID }) grantId: string): Promise<PersonView> {
    return this.people.changed(actor, await this.roles.revoke(actor, grantId));
  }

  @Requires('person.disable')
  @Mutation(() => PersonView)
  async disablePerson(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PersonView> {
    await this.statuses.disable(actor, { id, version });
    return this.people.changed(actor, id);
  }

  @Requires('person.enable')
  @Mutation(() => PersonView)
  async enablePerson(
    @CurrentStaff() actor: StaffActor,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<PersonView> {
    await this.statuses.enable(actor, { id, version });
    return this.people.changed(actor, id);
  }
}
