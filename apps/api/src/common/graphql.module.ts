import { ApolloArmor } from '@escape.tech/graphql-armor';
import { ApolloDriver, ApolloDriverConfig } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { formatError } from './graphql-errors.js';
import { JitPlugin } from './jit.plugin.js';
import type { RequestContext } from './request-context.js';
import { ServerTimePlugin } from './server-time.plugin.js';

/** What one request may ask for: GraphQL's own defaults let five thousand aliases through. */
const limits = new ApolloArmor({
  maxDepth: { n: 10 },
  maxAliases: { n: 30 },
  maxTokens: { n: 3000 },
  costLimit: { maxCost: 20_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.2 },
}).protect();

/** Armor's types are those of Apollo's CommonJS build, ours of its ESM build; the plugins are the same objects. */
const armorPlugins = limits.plugins as unknown as ApolloServerPlugin[];

function driverConfig(config: Config): ApolloDriverConfig {
  return {
    autoSchemaFile: true,
    // It would ask the whole schema about itself at each start; Apollo refuses an invalid one all the same.
    buildSchemaOptions: { skipCheck: true },
    sortSchema: true,
    introspection: !config.production,
    graphiql: false,
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    preserveHttpStatusForExecutionErrors: false,
    validationRules: limits.validationRules,
    plugins: [...armorPlugins, ApolloServerPluginCacheControlDisabled()],
    context: (request: FastifyRequest, reply: FastifyReply): RequestContext => ({ request, reply }),
    formatError: (formatted, error) => formatError(formatted, error),
  };
}

@Module({
  imports: [GraphQLModule.forRootAsync<ApolloDriverConfig>({ driver: ApolloDriver, inject: [CONFIG], useFactory: driverConfig })],
  providers: [JitPlugin, ServerTimePlugin],
})
export class ApiGraphqlModule {}
