/**
 * Puts back into package-lock.json the optional binaries of other platforms. A registry mirror that lacks them makes `npm install`
 * drop them from the lock file, and `npm ci` then refuses it. Versions are those their parents name; npm adds the rest when it can.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { root } from './run.mjs';

const file = `${root}package-lock.json`;
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 's390x', 'riscv64', 'x64'];

/** What a name such as `@scope/core-linux-x64-musl` says about where it runs; null when it says nothing. */
function platform(name) {
  const words = name.split(/[-/]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = processors.find((processor) => words.includes(processor));
  const libc = words.includes('musl') ? { libc: ['musl'] } : words.includes('gnu') && os === 'linux' ? { libc: ['glibc'] } : {};
  return os && cpu ? { cpu: [cpu], ...libc, os: [os] } : null;
}

/** Whether a package at `path` finds `name` in its own or an outer node_modules. */
function finds(packages, path, name) {
  const folders = path.split('/node_modules/');
  return (
    folders.some((_, depth) => packages[`${folders.slice(0, depth + 1).join('/node_modules/')}/node_modules/${name}`]) ||
    packages[`node_modules/${name}`]
  );
}

const lock = JSON.parse(readFileSync(file, 'utf8'));
const { '': project, ...packages } = lock.packages;
const lacking = Object.entries(packages).flatMap(([path, parent]) =>
  Object.entries(parent.optionalDependencies ?? {})
    .filter(([name]) => platform(name) && !finds(packages, path, name))
    .map(([name, version]) => [
      `node_modules/${name}`,
      { version, ...(parent.dev && { dev: true }), optional: true, ...platform(name) },
    ]),
);
const sorted = Object.entries({ ...packages, ...Object.fromEntries(lacking) }).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: { '': project, ...Object.fromEntries(sorted) } }, null, 2)}\n`);
console.log(`${lacking.length} added to package-lock.json`);
