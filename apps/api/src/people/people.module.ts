import { Module } from '@nestjs/common';
import { AccountResolver } from './account.resolver.js';
import { AccountService } from './account.service.js';
import { InvitationResolver } from './invitation.resolver.js';
import { InvitationService } from './invitation.service.js';
import { PeopleResolver } from './people.resolver.js';
import { PeopleService } from './people.service.js';
import { PersonStatusService } from './person-status.service.js';
import { RoleService } from './role.service.js';

@Module({
  providers: [
    AccountResolver,
    AccountService,
    InvitationResolver,
    InvitationService,
    PeopleResolver,
    PeopleService,
    PersonStatusService,
    RoleService,
  ],
})
export class PeopleModule {}
