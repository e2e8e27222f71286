import { Inject } from '@nestjs/common';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import type { StaffActor } from '../auth/actor.js';
import { CurrentStaff } from '../auth/current-actor.js';
import { SignedIn } from '../auth/permission.js';
import { viewerOf } from '../auth/viewer.js';
import { type Language, LanguageEnum, ViewerView } from '../auth/views.js';
import type { RequestContext } from '../common/request-context.js';
import { AccountService } from './account.service.js';

/** What people do about themselves. */
@Resolver()
export class AccountResolver {
  constructor(@Inject(AccountService) private readonly accounts: AccountService) {}

  @SignedIn()
  @Mutation(() => Boolean, {
    description: 'Ends all other sessions. The next password has 10 to 200 characters and is not the e-mail.',
  })
  async changePassword(
    @Args('current') current: string,
    @Args('next') next: string,
    @CurrentStaff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    await this.accounts.changePassword(actor, current, next, context);
    return true;
  }

  @SignedIn()
  @Mutation(() => ViewerView)
  async updateMe(
    @Args('name', { type: () => String, nullable: true }) name: string | null | undefined,
    @Args('language', { type: () => LanguageEnum, nullable: true }) language: Language | null | undefined,
    @CurrentStaff() actor: StaffActor,
  ): Promise<ViewerView> {
    return viewerOf(await this.accounts.update(actor, { name, language }));
  }
}
