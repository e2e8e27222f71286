import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { StaffActor } from '../auth/actor.js';
import { ActorService } from '../auth/actor.service.js';
import { MAX_CONNECTIONS } from './live-rules.js';

/** Close codes of the protocol: whoever is told the first signs in again, whoever is told the second may come back at once. */
const SIGNED_OUT = 4401;
const ROLES_CHANGED = 4403;
const GOING_AWAY = 1001;

interface Connection {
  readonly socket: WebSocket;
  readonly request: FastifyRequest;
  actor: StaffActor;
}

const rolesOf = ({ grants }: StaffActor): string => grants.map(({ id }) => id).join();

/** The connections that this process holds open, each with the person it belongs to, who is looked at again while it lasts. */
@Injectable()
export class LiveConnections {
  private readonly all = new Set<Connection>();

  constructor(@Inject(ActorService) private readonly actors: ActorService) {}

  /** Whether this person holds as many as he may. */
  isFull({ personId }: StaffActor): boolean {
    return [...this.all].filter(({ actor }) => actor.personId === personId).length >= MAX_CONNECTIONS;
  }

  add(socket: WebSocket, request: FastifyRequest, actor: StaffActor): void {
    const connection = { socket, request, actor };
    this.actors.become(request, actor);
    this.all.add(connection);
    socket.on('close', () => this.all.delete(connection));
  }

  /** X1: a session that is over ends its connections, and so does a role that came or went; a unit that moved is seen where it is. */
  async recheck(): Promise<void> {
    for (const connection of this.all) {
      const now = await this.actors.again(connection.actor);
      if (!now) this.end(connection, SIGNED_OUT, 'signed out');
      else if (rolesOf(now) !== rolesOf(connection.actor)) this.end(connection, ROLES_CHANGED, 'roles changed');
      else this.renew(connection, now);
    }
  }

  endAll(): void {
    for (const { socket } of this.all) {
      socket.close(GOING_AWAY, 'going away');
      socket.terminate();
    }
  }

  private renew(connection: Connection, actor: StaffActor): void {
    connection.actor = actor;
    this.actors.become(connection.request, actor);
  }

  private end({ socket, request }: Connection, code: number, reason: string): void {
    this.actors.become(request, null);
    socket.close(code, reason);
  }
}
