import '@fastify/cookie';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ApolloServerPlugin, GraphQLServerListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost, ModuleRef } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { StaffActor } from '../auth/actor.js';
import { ActorService } from '../auth/actor.service.js';
import { formatError } from '../common/graphql-errors.js';
import { newId } from '../common/ids.js';
import { pollWhileListening } from '../common/poll-while-listening.js';
import { Poller } from '../common/poller.js';
import type { RequestContext } from '../common/request-context.js';
import type { Config } from '../config/config.js';
import { CONFIG } from '../config/config.module.js';
import { LiveConnections } from './live-connections.service.js';
import { MAX_MESSAGE, parseShort, whyNot } from './live-rules.js';
import { isOurPage } from './origin.js';

const PATH = '/graphql';
/** How long a session that was ended may still hear hints. */
const RECHECK_EVERY = 5_000;

const said = (errors: readonly GraphQLError[]) => errors.map((error) => formatError(error.toJSON(), error));

/** A subscription has nothing to set a cookie or a header with. */
const contextOf = (request: FastifyRequest): RequestContext => ({ request, reply: undefined as unknown as FastifyReply });

/**
 * GraphQL's subscriptions, on the port of everything else. Closed by default: who opens a connection is a person signed in, on a page of
 * ours, before a message of his is read; the guard then stands before each subscription as before any other operation.
 */
@Plugin()
@Injectable()
export class LiveServer implements OnApplicationBootstrap, ApolloServerPlugin {
  private readonly log = new Logger(LiveServer.name);
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE });
  private readonly requests = new WeakMap<IncomingMessage, FastifyRequest>();
  private readonly poller: Poller;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(ActorService) private readonly actors: ActorService,
    @Inject(LiveConnections) private readonly connections: LiveConnections,
  ) {
    this.poller = new Poller('LiveConnections', RECHECK_EVERY, () => this.connections.recheck());
  }

  onApplicationBootstrap(): void {
    const { httpAdapter } = this.host;
    if (!(httpAdapter instanceof FastifyAdapter)) return;
    this.serve(this.modules.get(GraphQLSchemaHost, { strict: false }).schema);
    const fastify: FastifyInstance = httpAdapter.getInstance();
    const server: Server = httpAdapter.getHttpServer();
    server.on('upgrade', (message, socket, head) => {
      socket.on('error', () => socket.destroy());
      this.open(fastify, message, socket, head).catch((error: unknown) => {
        this.log.error(error instanceof Error ? error.stack : String(error));
        refuse(socket, '500 Internal Server Error');
      });
    });
    pollWhileListening(this.host, [this.poller]);
  }

  /** Apollo waits for every connection of the port to end before anything else is told that the process ends. */
  serverWillStart(): Promise<GraphQLServerListener> {
    return Promise.resolve({ drainServer: () => this.end() });
  }

  private async end(): Promise<void> {
    this.sockets.close();
    await this.poller.stop();
    this.connections.endAll();
  }

  private serve(schema: GraphQLSchema): void {
    useServer(
      {
        schema,
        parse: parseShort,
        context: ({ extra }) => contextOf(this.requestOf(extra.request)),
        onSubscribe: ({ subscriptions }, _id, payload) => whyNot(payload, Object.keys(subscriptions).length) ?? undefined,
        onError: (_context, _id, _payload, errors) => said(errors),
        onNext: (_context, _id, _payload, _args, { errors, ...rest }) => (errors ? { ...rest, errors: said(errors) } : rest),
      },
      this.sockets,
    );
  }

  private async open(fastify: FastifyInstance, message: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const request = requestFrom(fastify, message);
    const actor = await this.admit(request, message.url);
    if (typeof actor === 'string') refuse(socket, actor);
    else this.accept(request, actor, message, socket, head);
  }

  /** The person who opens a connection, or the status that he is refused with. */
  private async admit(request: FastifyRequest, path: string | undefined): Promise<StaffActor | string> {
    if (path !== PATH) return '404 Not Found';
    if (!isOurPage(request.headers, this.config.publicUrl)) return '403 Forbidden';
    const actor = await this.actors.ofConnection(request);
    if (!actor) return '401 Unauthorized';
    return this.connections.isFull(actor) ? '429 Too Many Requests' : actor;
  }

  private accept(request: FastifyRequest, actor: StaffActor, message: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.sockets.handleUpgrade(message, socket, head, (opened) => {
      this.requests.set(message, request);
      this.connections.add(opened, request, actor);
      this.sockets.emit('connection', opened, message);
    });
  }

  private requestOf(message: IncomingMessage): FastifyRequest {
    const request = this.requests.get(message);
    if (!request) throw new Error('a connection that nobody opened');
    return request;
  }
}

/** What the guard and the session's cookie read of a request: the one that a connection began with. */
const requestFrom = (fastify: FastifyInstance, { headers }: IncomingMessage): FastifyRequest =>
  ({ id: newId(), method: 'GET', headers, cookies: fastify.parseCookie(headers.cookie ?? '') }) as unknown as FastifyRequest;

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
