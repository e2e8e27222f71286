import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Forbidden } from '../common/errors.js';
import type { Actor, StaffActor } from './actor.js';
import { Unauthenticated } from './auth.errors.js';
import { contextOf } from './request-of.js';

const actors = new WeakMap<FastifyRequest, Actor>();

/** Said by the guard, once it knows; a sign-in or sign-out says it again. */
export function rememberActor(request: FastifyRequest, actor: Actor | null): void {
  if (actor) actors.set(request, actor);
  else actors.delete(request);
}

const requestOf = (context: ExecutionContext): FastifyRequest => contextOf(context).request;

function required(context: ExecutionContext): Actor {
  const actor = actors.get(requestOf(context));
  if (!actor) throw new Unauthenticated();
  return actor;
}

/** Who is asking: a person, the buyer of an order, or the product itself. */
export const CurrentActor = createParamDecorator((_: undefined, context: ExecutionContext): Actor => required(context));

/** The person who is asking; a buyer's link does not do. */
export const CurrentStaff = createParamDecorator((_: undefined, context: ExecutionContext): StaffActor => {
  const actor = required(context);
  if (actor.kind !== 'staff') throw new Forbidden('staff');
  return actor;
});

/** The person at the other end of a connection, as he may act whenever it is asked; null once he may not any more. */
export type LiveViewer = () => StaffActor | null;

export const CurrentViewer = createParamDecorator((_: undefined, context: ExecutionContext): LiveViewer => {
  const request = requestOf(context);
  return () => {
    const actor = actors.get(request);
    return actor?.kind === 'staff' ? actor : null;
  };
});

/** The person who is asking, if it is one: for what is public. */
export const MaybeStaff = createParamDecorator((_: undefined, context: ExecutionContext): StaffActor | null => {
  const actor = actors.get(requestOf(context));
  return actor?.kind === 'staff' ? actor : null;
});
