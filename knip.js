/** A style sheet uses the packages it names in url(…). */
const css = (text) => [...text.matchAll(/url\('([^.'][^']*)'\)/g)].map(([, file]) => `import '${file}';`).join('\n');

export default {
  ignoreExportsUsedInFile: {
    interface: true,
    type: true,
  },
  workspaces: {
    '.': {
      entry: ['tools/{start,test,check,e2e,bench,lock-platforms}.mjs', 'tools/**/*.test.mjs'],
      project: ['tools/**/*.mjs', '*.mjs'],
    },
    'libs/*': {
      entry: ['src/index.ts', 'src/**/*.spec.ts'],
      project: ['src/**/*.ts'],
    },
    migrations: {
      project: ['src/**/*.ts'],
    },
    'apps/api': {
      entry: ['src/{main,drift,print-schema}.ts', 'src/cli/cli.ts', 'src/**/*.spec.ts'],
      project: ['src/**/*.ts', 'bin/*.js'],
    },
    'apps/admin': {
      entry: ['src/**/*.spec.{ts,tsx}'],
      project: ['src/**/*.{ts,tsx,css}'],
    },
    e2e: {
      entry: ['**/*.spec.ts'],
      project: ['**/*.ts'],
    },
    bench: {
      entry: ['*.bench.{ts,mjs}', 'support/{bare,poster}.ts'],
      project: ['**/*.{ts,mjs}'],
    },
  },
  compilers: { css },
};
