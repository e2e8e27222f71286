import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { ESLint } from 'eslint';
import { parser } from 'typescript-eslint';
import { apiOrder, arrows } from './arrows.mjs';

/** `file imports source`; each line is linted in a small repository of the same layout. */
const refused = [
  ['libs/org-tree/src/a.ts', '@headwater/policy'],
  ['libs/org-tree/src/a.ts', '@casl/ability'],
  ['libs/org-tree/src/a.ts', 'node:fs'],
  ['libs/org-tree/src/a.ts', '../../policy/src/index.js'],
  ['libs/policy/src/a.ts', '@headwater/after-sales'],
  ['libs/policy/src/a.ts', '@nestjs/common'],
  ['libs/policy/src/a.ts', 'typeorm'],
  ['libs/policy/src/a.ts', '../../../apps/api/src/common/index.js'],
  ['libs/after-sales/src/a.ts', '@headwater/policy'],
  ['libs/after-sales/src/a.ts', '@headwater/ledger'],
  ['libs/after-sales/src/a.ts', 'react'],
  ['libs/ledger/src/a.ts', '@headwater/org-tree'],
  ['libs/ledger/src/a.ts', 'fast-check'],
  ['libs/access/src/a.ts', '@headwater/policy'],
  ['libs/access/src/a.ts', '@nestjs/common'],
  ['migrations/src/a.ts', '@nestjs/common'],
  ['migrations/src/a.ts', '@headwater/policy'],
  ['migrations/src/a.ts', '../../apps/api/src/common/index.js'],
  ['apps/admin/src/a.ts', '@headwater/api'],
  ['apps/admin/src/a.ts', '@headwater/policy'],
  ['apps/admin/src/a.ts', '../../api/src/common/index.js'],
  ['apps/api/src/common/a.ts', '@headwater/admin'],
  ['apps/api/src/common/a.ts', '../../../admin/src/index.js'],
  ['apps/api/src/common/a.ts', '../org/index.js'],
  ['apps/api/src/database/a.ts', '../tree/index.js'],
  ['apps/api/src/orders/a.ts', '../testing/index.js'],
  ['apps/api/src/orders/a.ts', '../main.js'],
  ['apps/api/src/stray/a.ts', '../common/index.js'],
  ['apps/api/src/orders/order.entity.ts', './order.service.js'],
  ['apps/api/src/orders/order.service.ts', './order.resolver.js'],
  ['apps/api/src/orders/order.errors.ts', './order.entity.js'],
  ['e2e/a.ts', '../apps/api/src/common/index.js'],
  ['e2e/a.ts', '@headwater/policy'],
  ...apiOrder.slice(1).map((later, index) => [`apps/api/src/${apiOrder[index]}/a.ts`, `../${later}/index.js`]),
];

const allowed = [
  ['libs/policy/src/a.ts', '@headwater/org-tree'],
  ['libs/policy/src/a.ts', './index.js'],
  ['libs/policy/src/a.spec.ts', 'fast-check'],
  ['libs/after-sales/src/types.ts', '@headwater/policy', 'type'],
  ['libs/access/src/a.ts', '@headwater/org-tree'],
  ['libs/access/src/a.ts', '@casl/ability'],
  ['migrations/src/a.ts', 'typeorm'],
  ['migrations/src/a.ts', './index.js'],
  ['apps/admin/src/a.ts', 'react'],
  ['apps/admin/src/a.ts', './index.js'],
  ['apps/api/src/common/a.ts', '@headwater/ledger'],
  ['apps/api/src/common/a.ts', 'node:fs'],
  ['apps/api/src/orders/a.spec.ts', '../testing/index.js'],
  ['apps/api/src/orders/order.resolver.ts', './order.service.js'],
  ['apps/api/src/orders/order.service.ts', './order.entity.js'],
  ['apps/api/src/main.ts', './cli/index.js'],
  ['apps/api/src/cli/a.ts', '../main.js'],
  ['apps/api/src/testing/a.ts', '../cli/index.js'],
  ['e2e/a.ts', '@playwright/test'],
  ['bench/a.ts', '@headwater/policy'],
  ...apiOrder.slice(1).map((later, index) => [`apps/api/src/${later}/a.ts`, `../${apiOrder[index]}/index.js`]),
];

const line = ([file, source, kind = '']) => `${file} imports ${kind} ${source}`.replace('  ', ' ');
const root = realpathSync(mkdtempSync(join(tmpdir(), 'headwater-arrows-')));
const write = (file, text) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

/** Each case in a file of its own, so that one refused import cannot hide another. */
function plant(cases) {
  return new Map(
    cases.map((arrow, index) => {
      const [file, source, kind = ''] = arrow;
      const path = file.replace(/(\w+)((?:\.\w+)*\.ts)$/, `$1${index}$2`);
      const planted = file.endsWith('/main.ts') ? file : path;
      write(
        planted,
        `import ${kind} { thing } from '${source}';\nexport const used = ${kind ? '0 as unknown as typeof thing' : 'thing'};\n`,
      );
      return [line(arrow), planted];
    }),
  );
}

const reports = new Map();
const plantedRefused = plant(refused);
const plantedAllowed = plant(allowed.map((arrow) => arrow));

before(async () => {
  const folders = [...apiOrder, 'testing', 'stray'].map((name) => `apps/api/src/${name}`);
  const others = ['libs/org-tree/src', 'libs/policy/src', 'migrations/src', 'apps/admin/src'];
  for (const folder of [...folders, ...others]) write(`${folder}/index.ts`, 'export const thing = 1;\n');
  for (const name of ['order.resolver', 'order.service', 'order.entity'])
    write(`apps/api/src/orders/${name}.ts`, 'export const thing = 1;\n');
  write('apps/api/src/audit/one.ts', "import { two } from './two.js';\nexport const one = () => two;\n");
  write('apps/api/src/audit/two.ts', "import { one } from './one.js';\nexport const two = () => one;\n");
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser } }, ...arrows(root)],
  });
  for (const { filePath, messages } of await eslint.lintFiles(['**/*.ts']))
    reports.set(filePath.slice(root.length + 1), messages);
});

after(() => rmSync(root, { recursive: true }));

const ruleIds = (file) => reports.get(file)?.map(({ ruleId }) => ruleId);

for (const arrow of refused) {
  test(`refused: ${line(arrow)}`, () => assert.deepEqual(ruleIds(plantedRefused.get(line(arrow))), ['boundaries/dependencies']));
}
for (const arrow of allowed) {
  test(`allowed: ${line(arrow)}`, () => assert.deepEqual(reports.get(plantedAllowed.get(line(arrow))), []));
}
test('an import cycle is refused', () => {
  const cycles = fileURLToPath(new URL('cycles.json', import.meta.url));
  const oxlint = fileURLToPath(new URL('../../node_modules/oxlint/bin/oxlint', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [oxlint, '-c', cycles, '.'], { cwd: root, encoding: 'utf8' });
  assert.equal(status, 1, stdout);
  assert.match(stdout, /no-cycle[^]*apps\/api\/src\/audit\/(?:one|two)\.ts/u);
  assert.doesNotMatch(stdout, /orders/u);
});
