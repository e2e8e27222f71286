import { Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import { Presets, SingleBar } from 'cli-progress';
import { type Progress, silent } from '../imports/progress.js';
import { CommandFailed } from './exit.js';

/** Bars where somebody is looking; in a pipe or a log they would only be noise. */
export function terminalProgress(): Progress {
  if (!process.stderr.isTTY) return silent;
  const format = '{label} {bar} {percentage}%  {eta_formatted}';
  let bar: SingleBar | null = null;
  return {
    start: (label, total) => {
      bar?.stop();
      bar = new SingleBar({ format, hideCursor: true, stream: process.stderr, etaBuffer: 50 }, Presets.shades_classic);
      bar.start(Math.max(total, 1), 0, { label });
    },
    advance: (by) => bar?.increment(by),
    done: () => {
      bar?.update(bar.getTotal());
      bar?.stop();
      bar = null;
    },
  };
}

export const number = (value: number): string => value.toLocaleString('en');

async function askHidden(question: string): Promise<string> {
  const muted = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: muted, terminal: true });
  process.stderr.write(question);
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}

async function readAll(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString()
    .replace(/\r?\n$/u, '');
}

/** A new password: asked for twice without an echo, or the standard input. Never an argument, which others on the machine could see. */
export async function newPassword(fromStdin: boolean): Promise<string> {
  if (fromStdin) return readAll();
  if (!process.stdin.isTTY) throw new CommandFailed('There is no terminal to ask for a password: use --password-stdin.');
  const first = await askHidden('Password (10 characters or more): ');
  const again = await askHidden('Once more: ');
  if (first !== again) throw new CommandFailed('The two passwords differ.');
  return first;
}
