import type { FastifyReply, FastifyRequest } from 'fastify';

/** GraphQL context: the HTTP request and its reply; the guard adds the actor to the request. */
export interface RequestContext {
  request: FastifyRequest;
  reply: FastifyReply;
}
