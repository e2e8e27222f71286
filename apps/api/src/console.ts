import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import { NestFastifyApplication } from '@nestjs/platform-fastify';

const built = fileURLToPath(new URL('../../admin/dist/', import.meta.url));

/** Serves the built console at `/`; its pages are routes of the browser, so an unknown path that wants HTML gets the console too. */
export async function serveConsole(app: NestFastifyApplication): Promise<void> {
  if (!existsSync(built)) return;
  await app.register(fastifyStatic, { root: built, wildcard: false, index: ['index.html'], maxAge: '1h' });
  // A route, not a not-found handler: that one is Nest's.
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', (request, reply) => {
      const wantsPage = (request.headers.accept ?? '').includes('text/html');
      return wantsPage ? reply.sendFile('index.html', { maxAge: 0 }) : reply.code(404).send({ code: 'NOT_FOUND' });
    });
}
