import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from './errors.js';

const statuses: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  CSRF_HEADER_MISSING: 403,
  NOT_FOUND: 404,
  STALE_VERSION: 409,
  TOO_BUSY: 429,
};

/** The HTTP edge of the mapping that `formatError` is for GraphQL: code and facts, never a stack. */
@Catch(DomainError)
export class HttpErrorsFilter implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost): unknown {
    if (host.getType() !== 'http') throw error;
    const http = host.switchToHttp();
    const requestId = http.getRequest<FastifyRequest>().id;
    const body = { code: error.code, message: error.message, ...error.facts, requestId };
    return http
      .getResponse<FastifyReply>()
      .code(statuses[error.code] ?? 400)
      .send(body);
  }
}
