import { Logger } from '@nestjs/common';
import { createTestApp } from './testing/test-app.js';

/** Everything that is written to the terminal while `work` runs. */
async function written(work: () => Promise<void>): Promise<string> {
  const streams = [process.stdout, process.stderr];
  const writes = streams.map((stream) => stream.write.bind(stream));
  let text = '';
  for (const stream of streams) stream.write = (chunk) => Boolean((text += String(chunk)));
  try {
    await work();
    return text;
  } finally {
    streams.forEach((stream, index) => (stream.write = writes[index] ?? stream.write));
  }
}

const said = {
  fatal: ['graver'],
  error: ['graver', 'grave'],
  warn: ['graver', 'grave', 'odd'],
  info: ['graver', 'grave', 'odd', 'usual'],
  debug: ['graver', 'grave', 'odd', 'usual', 'close'],
  trace: ['graver', 'grave', 'odd', 'usual', 'close', 'closest'],
  silent: [],
};

describe('LOG_LEVEL', () => {
  it.each(Object.entries(said))('%s lets through what it says and what is graver', async (level, words) => {
    const text = await written(async () => {
      const it_ = await createTestApp('sqlite', { LOG_LEVEL: level });
      const log = new Logger('spec');
      log.fatal('<graver>');
      log.error('<grave>');
      log.warn('<odd>');
      log.log('<usual>');
      log.debug('<close>');
      log.verbose('<closest>');
      await it_.close();
    });
    expect([...text.matchAll(/<(\w+)>/gu)].map(([, word]) => word)).toEqual(words);
  });
});
