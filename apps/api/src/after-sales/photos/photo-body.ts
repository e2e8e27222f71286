import type { FastifyInstance } from 'fastify';

/** Photos reach their handler as streams: whoever may not add one is refused before anything of it is read. */
export function acceptPhotos(server: FastifyInstance): void {
  server.addContentTypeParser(/^(image\/|application\/octet-stream)/u, (_request, payload, done) => done(null, payload));
}
