import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener, GraphQLResponse } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { formatError } from './graphql-errors.js';
import type { RequestContext } from './request-context.js';

const MAX_COMPILED = 500;

/** Runs operations compiled by graphql-jit, cached by query and operation; beyond its bound the cache forgets the oldest. */
@Plugin()
export class JitPlugin implements ApolloServerPlugin<RequestContext> {
  private readonly compiled = new Map<string, CompiledQuery>();

  requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return Promise.resolve({ responseForOperation: (request) => this.respond(request) });
  }

  private async respond(request: GraphQLRequestContext<RequestContext>): Promise<GraphQLResponse | null> {
    const query = this.compile(request);
    if (query === null) return null;
    const { errors, data } = await query.query({}, request.contextValue, request.request.variables ?? {});
    const formatted = errors?.map((error) => formatError(error.toJSON(), error, request.contextValue.request.id));
    return {
      http: request.response.http,
      body: { kind: 'single', singleResult: { data: data ?? null, ...(formatted && { errors: formatted }) } },
    };
  }

  private compile(request: GraphQLRequestContext<RequestContext>): CompiledQuery | null {
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
