import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));

/** Kept output is read in a log, where colours are noise. */
const plain = { FORCE_COLOR: '0', NO_COLOR: '1' };

function spawned(program, args, { cwd = root, env = {}, show = false }) {
  const out = show ? 'inherit' : 'pipe';
  return spawn(program, args, { cwd, env: { ...process.env, ...(show ? {} : plain), ...env }, stdio: ['ignore', out, out] });
}

/**
 * Runs a program to its end. With `show` it writes straight to this terminal; else its output is kept and returned.
 * Resolves to `{ code, output }` and never rejects: what cannot be started is code 127, what outlives `minutes` is killed.
 */
export function run(program, args, { minutes = 15, onLine, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawned(program, args, options);
    const kept = [];
    const late = setTimeout(() => {
      kept.push(Buffer.from(`\nstopped: still running after ${minutes} minutes\n`));
      child.kill('SIGKILL');
    }, minutes * 60_000);
    const keep = (chunk) => {
      kept.push(chunk);
      if (onLine) String(chunk).split('\n').forEach(onLine);
    };
    const end = (code, more = '') => {
      clearTimeout(late);
      resolve({ code, output: Buffer.concat(kept).toString() + more });
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => end(127, error.message));
    child.on('close', (code) => end(code ?? 128));
  });
}

/** Runs a script with this very Node. */
export const node = (script, args, options) => run(process.execPath, [script, ...args], options);

/** The words of a program of node_modules: `tool('knip/bin/knip.js')` → its path. */
export const tool = (path) => `${root}node_modules/${path}`;

/** Ctrl-C and a polite kill end this process through its exit handlers, so that what it started is stopped too. */
export function exitOnSignals() {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
}
