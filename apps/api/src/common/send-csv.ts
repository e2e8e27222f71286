import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Characters sent at a time: a stream of lines costs more than what is in them. */
const BLOCK = 65_536;

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
  await reply.send(Readable.from(inBlocks(first, lines)));
}

async function* inBlocks(first: IteratorResult<string>, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  let block = first.done === true ? '' : first.value;
  for await (const line of rest) {
    block += line;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}
