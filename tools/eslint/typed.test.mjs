import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, test } from 'node:test';
import tseslint from 'typescript-eslint';

const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const config = here('.oxlintrc.json');
const oxlint = (cwd, ...args) =>
  spawnSync(process.execPath, [here('node_modules/oxlint/bin/oxlint'), '-c', config, ...args], {
    ...{ cwd, encoding: 'utf8', timeout: 120_000 },
    env: { ...process.env, OXLINT_TSGOLINT_PATH: here('node_modules/.bin/tsgolint') },
  });

/** Rules that read types and are wanted nowhere; .oxlintrc.json says why. */
const unwanted = ['no-unsafe-class-instance-assignment', 'require-await'];

test('every strict rule that reads types is on', () => {
  const strict = Object.keys(Object.assign({}, ...tseslint.configs.strictTypeChecked.map(({ rules }) => rules)));
  const typed = strict
    .map((id) => id.replace('@typescript-eslint/', ''))
    .filter((name) => tseslint.plugin.rules[name]?.meta.docs.requiresTypeChecking && !unwanted.includes(name));
  const { rules } = JSON.parse(oxlint(here(''), '--print-config').stdout);
  const on = new Set(Object.keys(rules).map((id) => id.replace('typescript/', '')));
  assert.ok(typed.length > 30);
  assert.deepEqual(
    typed.filter((name) => !on.has(name)),
    [],
  );
});

const root = realpathSync(mkdtempSync(join(tmpdir(), 'headwater-typed-')));
const write = (file, text) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
after(() => rmSync(root, { recursive: true }));

const late = 'export const late = (): Promise<void> => Promise.resolve();\nlate();\n';
const loose = "export const length = JSON.parse('1').length as number;\n";
const planted = [
  ['a wrong type', 'libs/policy/src/wrong.ts', "export const one: number = 'one';\n", /TS2322/],
  ['a wrong type in a test', 'apps/admin/src/wrong.spec.tsx', "export const one: number = 'one';\n", /TS2322/],
  ['a promise nobody waits for', 'libs/policy/src/late.ts', late, /no-floating-promises/],
  ['a promise nobody waits for in a test', 'e2e/late.spec.ts', late, /no-floating-promises/],
  ['a member of anything', 'apps/api/src/loose.ts', loose, /no-unsafe-member-access/],
  ['a member of anything in a test', 'apps/api/src/loose.spec.ts', loose, null],
];

test('what is planted is found where it is, and nothing else', () => {
  const compilerOptions = { strict: true, module: 'nodenext', target: 'es2023', types: [] };
  write('tsconfig.json', JSON.stringify({ compilerOptions }));
  for (const [, file, text] of planted) write(file, text);
  const { stdout, status } = oxlint(root, '-f', 'unix', '.');
  const lines = stdout.split('\n').filter((line) => /^\S+:\d+:\d+: /u.test(line));
  assert.equal(status, 1, stdout);
  for (const [what, file, , rule] of planted) {
    const found = lines.filter((line) => line.includes(file));
    assert.equal(found.length, rule ? 1 : 0, `${what}: ${stdout}`);
    if (rule) assert.match(found[0], rule, what);
  }
});
