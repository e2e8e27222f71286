import { BUYER_PERMISSIONS, canSomewhere, type Permission } from '@headwater/access';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Forbidden } from '../common/errors.js';
import type { Actor } from './actor.js';
import { ActorService } from './actor.service.js';
import { CsrfHeaderMissing, Unauthenticated, UndeclaredHandler } from './auth.errors.js';
import { rememberActor } from './current-actor.js';
import { TreeService } from '../tree/tree.service.js';
import { GRAPHQL_ROOT } from './handlers.js';
import { minEpochOf } from './min-epoch.js';
import { ACCESS, type Access } from './permission.js';
import { contextOf } from './request-of.js';

export const CSRF_HEADER = 'x-headwater-csrf';
const SAFE_METHODS = ['GET', 'HEAD', 'OPTIONS'];

/** Stands before every handler; closed by default. */
@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(ActorService) private readonly actors: ActorService,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, context.getClass()]);
    if (!access) throw new UndeclaredHandler(`${context.getClass().name}.${handler.name}`);
    // Health and metrics answer without a database, whatever cookie comes along.
    if (access.kind === 'public' && context.getType() === 'http') return true;
    const requestContext = contextOf(context);
    this.requireCsrfHeader(requestContext.request, handler);
    const minEpoch = minEpochOf(requestContext.request);
    // Before the actor is looked for: what he may see follows the organization too.
    if (minEpoch !== null) await this.tree.atLeast(minEpoch);
    const actor = await this.actors.of(requestContext);
    rememberActor(requestContext.request, actor);
    if (access.kind !== 'public') check(access, actor);
    return true;
  }

  /** SameSite keeps other sites' posts away; a header that only our own pages can add does so where a browser does not know it. */
  private requireCsrfHeader(request: FastifyRequest, handler: object): void {
    if (SAFE_METHODS.includes(request.method) || this.actors.isByToken(request)) return;
    const isMutation = Reflect.getMetadata(GRAPHQL_ROOT, handler) === 'Mutation';
    if (!isMutation && !this.actors.isByCookie(request)) return;
    if (!request.headers[CSRF_HEADER]) throw new CsrfHeaderMissing(CSRF_HEADER);
  }
}

function check(access: Exclude<Access, { kind: 'public' }>, actor: Actor | null): void {
  if (!actor) throw new Unauthenticated();
  if (access.kind === 'signedIn') {
    if (actor.kind === 'buyer') throw new Unauthenticated();
    return;
  }
  if (!access.permissions.some((permission) => mayEver(actor, permission))) throw new Forbidden(access.permissions.join(' or '));
}

function mayEver(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'staff') return canSomewhere(actor.ability, permission);
  return actor.kind === 'system' || BUYER_PERMISSIONS.has(permission);
}
