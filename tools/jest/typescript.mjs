import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/** How Node loads our TypeScript: `./a.js` is `./a.ts`, and a workspace package its sources, so a test never sees a stale build. */
const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2022',
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
};

const lib = /^@headwater\/(org-tree|policy|after-sales|ledger|access)$/u;
const source = (folder) => new URL(`../../${folder}/src/index.ts`, import.meta.url).href;

function sourceOf(name) {
  if (name === '@headwater/migrations') return source('migrations');
  const [, folder] = lib.exec(name) ?? [];
  return folder && source(`libs/${folder}`);
}

const isOurs = (url) => /^file:(?!.*\/node_modules\/).*\.ts(?:\?|$)/u.test(url);

export function resolve(name, context, next) {
  const url = sourceOf(name);
  if (url) return { url, shortCircuit: true };
  return next(isOurs(context.parentURL) ? name.replace(/^(\.{1,2}\/.*)\.js$/u, '$1.ts') : name, context);
}

export async function load(url, context, next) {
  if (!isOurs(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...options, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
