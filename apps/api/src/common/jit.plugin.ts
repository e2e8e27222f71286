import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener, GraphQLResponse } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { badVariables } from './bad-variables.js';
import { formatError } from './graphql-errors.js';
import type { RequestContext } from './request-context.js';

const MAX_COMPILED = 500;

type Request = GraphQLRequestContext<RequestContext>;
type Variables = Readonly<Record<string, unknown>>;

/** Runs operations compiled by graphql-jit, cached by query and operation; beyond its bound the cache forgets the oldest. */
@Plugin()
export class JitPlugin implements ApolloServerPlugin<RequestContext> {
  private readonly compiled = new Map<string, CompiledQuery>();

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({ responseForOperation: (request) => this.respond(request) });
  }

  private async respond(request: Request): Promise<GraphQLResponse | null> {
    if (request.operation?.operation === OperationTypeNode.SUBSCRIPTION) return notByHttp(request);
    const query = this.compile(request);
    if (query === null) return null;
    const variables = request.request.variables ?? {};
    const { errors, data } = await query.query({}, request.contextValue, variables);
    const formatted = errors && this.refusals(request, errors, variables);
    return {
      http: request.response.http,
      body: { kind: 'single', singleResult: { data: data ?? null, ...(formatted && { errors: formatted }) } },
    };
  }

  /** What is wrong with the variables comes before any field was asked: those failures have no path. */
  private refusals({ schema, operation, contextValue }: Request, errors: readonly GraphQLError[], variables: Variables) {
    const bad = operation && errors.every(({ path }) => path === undefined) ? badVariables(schema, operation, variables) : [];
    const told = bad.map((refusal) => new GraphQLError(refusal.message, { originalError: refusal }));
    return (told.length > 0 ? told : errors).map((error) => formatError(error.toJSON(), error, contextValue.request.id));
  }

  private compile(request: Request): CompiledQuery | null {
    const { document, schema, operationName, queryHash } = request;
    if (document === undefined || queryHash === undefined) return null;
    const key = `${queryHash}:${operationName ?? ''}`;
    const known = this.compiled.get(key);
    if (known !== undefined) return known;
    const made = compileQuery(schema, document, operationName ?? undefined);
    if (!isCompiledQuery(made)) return null;
    if (this.compiled.size >= MAX_COMPILED) this.compiled.delete(this.compiled.keys().next().value ?? '');
    this.compiled.set(key, made);
    return made;
  }
}

/** Nobody stands before a subscription here, and nobody could be told anything. */
function notByHttp({ response, contextValue }: Request): GraphQLResponse {
  const error = new GraphQLError('A subscription goes by a WebSocket, not by HTTP.', { extensions: { code: 'BAD_REQUEST' } });
  const errors = [formatError(error.toJSON(), error, contextValue.request.id)];
  return { http: response.http, body: { kind: 'single', singleResult: { errors } } };
}
