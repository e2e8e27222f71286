import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Poller } from './poller.js';

/** Starts the pollers once the process listens for requests; commands and tests, which never listen, call the work when they want. */
export function pollWhileListening({ httpAdapter }: HttpAdapterHost, pollers: readonly Poller[]): void {
  if (!(httpAdapter instanceof FastifyAdapter)) return;
  const server: FastifyInstance = httpAdapter.getInstance();
  server.addHook('onListen', (done) => {
    for (const poller of pollers) poller.start();
    done();
  });
}
