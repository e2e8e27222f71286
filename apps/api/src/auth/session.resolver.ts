import { Inject } from '@nestjs/common';
import { Args, Context, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NotFound } from '../common/errors.js';
import type { RequestContext } from '../common/request-context.js';
import { Database } from '../database/database.js';
import type { StaffActor } from './actor.js';
import { CurrentStaff, MaybeStaff } from './current-actor.js';
import { Public, SignedIn } from './permission.js';
import { SessionService } from './session.service.js';
import { SignInService } from './sign-in.service.js';
import { viewerOf } from './viewer.js';
import { SessionView, ViewerView } from './views.js';

@Resolver()
export class SessionResolver {
  constructor(
    @Inject(SignInService) private readonly signIns: SignInService,
    @Inject(SessionService) private readonly sessions: SessionService,
    @Inject(Database) private readonly database: Database,
  ) {}

  @Public()
  @Query(() => ViewerView, { nullable: true, description: 'Null when signed out.' })
  viewer(@MaybeStaff() actor: StaffActor | null): ViewerView | null {
    return actor && viewerOf(actor);
  }

  @SignedIn()
  @Query(() => [SessionView])
  async mySessions(@CurrentStaff() actor: StaffActor): Promise<SessionView[]> {
    const sessions = await this.sessions.listOf(actor.personId);
    return sessions.map((session) => ({ ...session, current: session.id === actor.sessionId }));
  }

  @Public()
  @Mutation(() => ViewerView)
  async signIn(
    @Args('email') email: string,
    @Args('password') password: string,
    @Context() context: RequestContext,
  ): Promise<ViewerView> {
    return viewerOf(await this.signIns.signIn(email, password, context));
  }

  @SignedIn()
  @Mutation(() => Boolean)
  async signOut(@CurrentStaff() actor: StaffActor, @Context() context: RequestContext): Promise<boolean> {
    return (await this.signIns.leave(actor, context, 'this')) > 0;
  }

  @SignedIn()
  @Mutation(() => Int, { description: 'How many sessions ended, this one included.' })
  signOutEverywhere(@CurrentStaff() actor: StaffActor, @Context() context: RequestContext): Promise<number> {
    return this.signIns.leave(actor, context, 'all');
  }

  @SignedIn()
  @Mutation(() => Boolean)
  async revokeSession(
    @Args('id', { type: () => ID }) id: string,
    @CurrentStaff() actor: StaffActor,
    @Context() context: RequestContext,
  ): Promise<boolean> {
    if (id === actor.sessionId) return (await this.signIns.leave(actor, context, 'this')) > 0;
    const ended = await this.database.inTransaction((tx) => this.sessions.end(tx, actor.personId, id));
    if (!ended) throw new NotFound('session', id);
    return true;
  }
}
