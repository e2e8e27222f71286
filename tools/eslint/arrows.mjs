import boundaries from 'eslint-plugin-boundaries';

/** The API's folders from the first to the last: a later one may import an earlier one, never the other way. */
export const apiOrder = [
  'config',
  'common',
  'database',
  'tree',
  'auth',
  'live',
  'audit',
  'people',
  'org',
  'policies',
  'changes',
  'orders',
  'money',
  'after-sales',
  'jobs',
  'rollouts',
  'home',
  'imports',
  'bills',
  'health',
  'demo',
  'cli',
];

/** What each pure library may import besides its own files; `types` are importable as types only. */
const libs = {
  'org-tree': {},
  policy: { libs: ['org-tree'], packages: ['node:crypto'] },
  'after-sales': { types: ['policy'] },
  ledger: {},
  access: { libs: ['org-tree'], packages: ['@casl/ability'] },
};

const testPackages = ['fast-check', '@jest/globals', 'better-sqlite3', '@headwater/*'];
const workspace = (names) => names.map((name) => `@headwater/${name}`);
const source = (names) => ({ module: { source: names } });
const outside = { module: { origin: ['external', 'core'] } };
const within = (type, captured = {}) => ({ element: { type, captured } });
const inTests = { file: { categories: 'test' } };

/** One rule for the files of a place: nothing is allowed but what the policies say, and each place lists only its own few. */
function arrowsOf(files, message, policies) {
  const checks = { checkAllOrigins: true, checkUnknownLocals: true, checkInternals: true };
  return { files, rules: { 'boundaries/dependencies': ['error', { default: 'disallow', ...checks, message, policies }] } };
}

function lib([name, { libs: values = [], types = [], packages = [] }]) {
  const known = [...values, ...types.map((type) => `${type} (types)`), ...packages].join(', ') || 'nothing';
  return arrowsOf([`libs/${name}/**/*.ts`], `libs/${name} is pure: it may import ${known}.`, [
    { allow: { to: within('lib', { lib: name }) } },
    { allow: { to: source([...workspace(values), ...packages, '-']) } },
    { allow: { to: source([...workspace(types), '-']), dependency: { kind: 'type' } } },
    { from: inTests, allow: { to: source(testPackages) } },
  ]);
}

/** Inside one feature the arrow is resolver → service → entity → errors. */
const layers = [
  { from: 'service', to: ['resolver'] },
  { from: 'entity', to: ['resolver', 'service'] },
  { from: 'errors', to: ['resolver', 'service', 'entity'] },
].map(({ from, to }) => ({
  from: { file: { categories: from } },
  disallow: { to: { file: { categories: { anyOf: to } } } },
  message: `The arrow is resolver → service → entity → errors: ${from} files never import ${to.join(' or ')} files.`,
}));

const anyPackage = { allow: { to: outside } };
const noOtherApp = { disallow: { to: source(workspace(['api', 'admin', 'buyer'])) } };
const wholeApi = ['feature', 'api', 'api-testing'];

function feature(name, index) {
  const earlier = { feature: apiOrder.slice(0, index + 1) };
  return arrowsOf(
    [`apps/api/src/${name}/**/*.ts`],
    `In the API's order, ${name} may import these alone: ${earlier.feature.join(', ')}.`,
    [
      anyPackage,
      noOtherApp,
      { allow: { to: within(name === 'cli' ? ['feature', 'api'] : 'feature', name === 'cli' ? {} : earlier) } },
      ...layers,
      { from: inTests, allow: { to: within(wholeApi) } },
    ],
  );
}

const places = [
  arrowsOf(['apps/!(api)/**/*.{ts,tsx}'], 'An app reaches the others through the API alone.', [
    anyPackage,
    { disallow: { to: source('@headwater/*') } },
    { allow: { to: { element: { path: '{{ from.element.path }}' } } } },
  ]),
  arrowsOf(
    ['migrations/**/*.ts'],
    'Migrations import TypeORM and nothing else: what they do must not change when the product does.',
    [{ allow: { to: source(['typeorm', '@jest/globals', 'node:*']) } }, { allow: { to: within('migrations') } }],
  ),
  arrowsOf(['e2e/**/*.ts'], 'Browser tests share nothing with the product.', [
    anyPackage,
    { disallow: { to: source('@headwater/*') } },
    { allow: { to: within('e2e') } },
  ]),
  arrowsOf(['apps/api/src/**/*.ts'], 'Give this folder its place in the order of tools/eslint/arrows.mjs.', []),
  arrowsOf(['apps/api/*.ts', 'apps/api/src/*.ts', 'apps/api/src/testing/**/*.ts'], 'The API never imports another app.', [
    anyPackage,
    noOtherApp,
    { allow: { to: within(wholeApi) } },
  ]),
  ...apiOrder.map(feature),
  ...Object.entries(libs).map(lib),
];

const elements = [
  { type: 'lib', pattern: 'libs/*', capture: ['lib'] },
  { type: 'migrations', pattern: 'migrations' },
  { type: 'api-testing', pattern: 'apps/api/src/testing' },
  { type: 'feature', pattern: 'apps/api/src/*', capture: ['feature'] },
  { type: 'api', pattern: 'apps/api' },
  { type: 'app', pattern: 'apps/*' },
  { type: 'e2e', pattern: 'e2e' },
  { type: 'bench', pattern: 'bench' },
  { type: 'tool', pattern: 'tools' },
].map((element) => ({ ...element, partialMatch: false }));

const files = [
  { category: 'test', pattern: '**/*.spec.{ts,tsx}' },
  { category: 'test', pattern: '**/testing/**' },
  ...['resolver', 'service', 'entity', 'errors'].flatMap((category) => [
    { category, pattern: `**/*.${category}.ts` },
    { category, pattern: `**/${category}.ts` },
  ]),
];

/** Import arrows, for the repository whose root is given; cycles are found by Oxlint (cycles.json), which reads each file once. */
export function arrows(root) {
  const shared = {
    files: ['**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: { alwaysTryTypes: true } },
      'boundaries/root-path': root,
      'boundaries/elements': elements,
      'boundaries/files': files,
      'boundaries/flag-as-external': { customSourcePatterns: ['@headwater/*'] },
      'boundaries/legacy-templates': false,
    },
  };
  return [shared, ...places];
}
