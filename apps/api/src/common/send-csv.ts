import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/**
 * Sends a file while it is written, so that none is ever held whole. The first line is asked for before the answer begins: a refusal
 * is still a refusal.
 */
export async function sendCsv(reply: FastifyReply, name: string, lines: AsyncGenerator<string>): Promise<void> {
  const first = await lines.next();
  void reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'no-store');
  await reply.send(Readable.from(withFirst(first, lines)));
}

async function* withFirst(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  if (first.done !== true) yield first.value;
  yield* rest;
}
