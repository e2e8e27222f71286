import type { ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { RequestContext } from '../common/request-context.js';

/** Request and reply behind a handler, over GraphQL and plain HTTP alike. */
export function contextOf(context: ExecutionContext): RequestContext {
  if (context.getType<GqlContextType>() === 'graphql') return GqlExecutionContext.create(context).getContext<RequestContext>();
  const http = context.switchToHttp();
  return { request: http.getRequest(), reply: http.getResponse() };
}
