import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

/**
 * How Node loads our TypeScript: `./a.js` is `./a.ts`, `./a` of the console what Vite makes of it, and a workspace package its sources,
 * so a test never sees a stale build. Style sheets are empty.
 */
const options = (isPage) => ({
  jsc: {
    parser: { syntax: 'typescript', decorators: true, tsx: isPage },
    transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
    target: 'es2022',
  },
  module: { type: 'es6' },
  sourceMaps: 'inline',
  swcrc: false,
});

const lib = /^@headwater\/(org-tree|policy|after-sales|ledger|access)$/u;
const source = (folder) => new URL(`../../${folder}/src/index.ts`, import.meta.url).href;

function sourceOf(name) {
  if (name === '@headwater/migrations') return source('migrations');
  const [, folder] = lib.exec(name) ?? [];
  return folder && source(`libs/${folder}`);
}

const isOurs = (url) => /^file:(?!.*\/node_modules\/).*\.tsx?(?:\?|$)/u.test(url);

const endings = ['.ts', '.tsx', '/index.ts'];

function fileOf(name, from) {
  if (!name.startsWith('.')) return name;
  if (name.endsWith('.js')) return name.replace(/\.js$/u, '.ts');
  const ending = endings.find((each) => existsSync(new URL(`${name}${each}`, from)));
  return ending === undefined ? name : `${name}${ending}`;
}

export function resolve(name, context, next) {
  const url = sourceOf(name);
  if (url) return { url, shortCircuit: true };
  return next(isOurs(context.parentURL) ? fileOf(name, context.parentURL) : name, context);
}

export async function load(url, context, next) {
  if (url.endsWith('.css')) return { format: 'module', source: '', shortCircuit: true };
  if (!isOurs(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...options(filename.endsWith('.tsx')), filename });
  return { format: 'module', source: code, shortCircuit: true };
}
