import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ActorGuard } from './actor.guard.js';
import { ActorService } from './actor.service.js';
import { BuyerTokenService } from './buyer-token.service.js';
import { DeclaredHandlers } from './declared-handlers.js';
import { Passwords } from './passwords.js';
import { SigningSecret } from './secret.service.js';
import { SessionCookie } from './session-cookie.js';
import { SessionResolver } from './session.resolver.js';
import { SessionService } from './session.service.js';
import { SetupResolver } from './setup.resolver.js';
import { SignInLimits } from './sign-in-limits.js';
import { SignInService } from './sign-in.service.js';

/** Who is asking, and the guard that lets nobody pass who was not foreseen. */
@Global()
@Module({
  providers: [
    { provide: APP_GUARD, useClass: ActorGuard },
    ActorService,
    BuyerTokenService,
    DeclaredHandlers,
    Passwords,
    SessionCookie,
    SessionResolver,
    SessionService,
    SetupResolver,
    SigningSecret,
    SignInLimits,
    SignInService,
  ],
  exports: [ActorService, BuyerTokenService, Passwords, SessionService, SignInLimits, SignInService],
})
export class AuthModule {}
