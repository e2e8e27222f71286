import { Logger } from '@nestjs/common';
import { GraphQLError, GraphQLFormattedError } from 'graphql';
import { DomainError } from './errors.js';

const log = new Logger('GraphQL');

/** Failures of the request itself, named by GraphQL or its limits; their message is for the developer of a client. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'BAD_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]);

function originalOf(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError !== undefined ? originalOf(error.originalError) : error;
}

/** The one mapping of failures to what a client sees: a stable code and its facts, never a stack or a driver's message. */
export function formatError(formatted: GraphQLFormattedError, error: unknown, requestId?: string): GraphQLFormattedError {
  const original = originalOf(error);
  const { path, locations } = formatted;
  const place = { ...(path && { path }), ...(locations && { locations }) };
  if (original instanceof DomainError) {
    return { message: original.message, ...place, extensions: { code: original.code, ...original.facts, requestId } };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && requestCodes.has(code))
    return { message: formatted.message, ...place, extensions: { code, requestId } };
  log.error(`${requestId ?? '-'} ${original instanceof Error ? (original.stack ?? original.message) : String(original)}`);
  return { message: 'Something failed on our side; nothing was changed.', ...place, extensions: { code: 'INTERNAL', requestId } };
}
