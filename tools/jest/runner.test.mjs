import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const planted = {
  'good.spec.ts': "import { one } from './one.js';\nit('passes', () => expect(one).toBe(1));\n",
  'wrong.spec.ts': [
    'interface Gone { whole: boolean }\n\n',
    "it('fails', () => expect(1).toBe(2));",
    "it('hangs', () => new Promise(() => undefined), 50);",
    "it('loses', async () => { void Promise.reject(new Error('lost')); await new Promise((done) => setTimeout(done, 20)); });",
    "describe('a hook', () => { beforeAll(() => { throw new Error('broken'); }); it('is held', () => undefined); });",
    "it('holds', () => expect(1).toBe(1));\n",
  ].join('\n'),
  'lacking.spec.ts': "import './nowhere.js';\nit('is never run', () => undefined);\n",
  'empty.spec.ts': 'export {};\n',
  'one.ts': 'export const one: number = 1;\n',
};

const root = realpathSync(mkdtempSync(join(tmpdir(), 'headwater-runner-')));
after(() => rmSync(root, { recursive: true }));

function jest() {
  for (const [file, text] of Object.entries(planted)) writeFileSync(join(root, file), text);
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(root, 'jest.config.mjs'), `import { base } from '${here('jest.base.mjs')}';\nexport default base();\n`);
  const file = join(root, 'results.json');
  const args = [here('node_modules/jest/bin/jest.js'), '--ci', '--maxWorkers=2', '--json', `--outputFile=${file}`];
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, stderr, results: JSON.parse(readFileSync(file, 'utf8')) };
}

test('what fails, hangs, is lost, is broken or cannot be loaded is a failure, and is found where it stands', () => {
  const { status, stderr, results } = jest();
  assert.equal(status, 1);
  const tests = results.testResults.flatMap(({ assertionResults }) => assertionResults);
  const outcomes = Object.fromEntries(tests.map(({ title, status: outcome }) => [title, outcome]));
  const failed = { fails: 'failed', hangs: 'failed', loses: 'failed', 'is held': 'failed' };
  assert.deepEqual(outcomes, { passes: 'passed', ...failed, holds: 'passed' }, stderr);
  assert.equal(results.numRuntimeErrorTestSuites, 2, stderr);
  assert.match(stderr, /wrong\.spec\.ts:4:\d+/u);
});
