import { fileURLToPath } from 'node:url';

const libs = fileURLToPath(new URL('./libs/', import.meta.url));
const migrations = fileURLToPath(new URL('./migrations/', import.meta.url));

/** Jest in ESM mode over TypeScript sources; workspace packages resolve to their sources, so a test never sees a stale build. */
export function base(overrides = {}) {
  return {
    testEnvironment: 'node',
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.spec.tsx'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    modulePathIgnorePatterns: ['/dist/'],
    transform: {
      '^.+\\.tsx?$': [
        '@swc/jest',
        {
          jsc: {
            parser: { syntax: 'typescript', tsx: false, decorators: true },
            transform: { legacyDecorator: true, decoratorMetadata: true },
            target: 'es2022',
          },
          module: { type: 'es6' },
        },
      ],
    },
    moduleNameMapper: {
      '^@headwater/(org-tree|policy|after-sales|ledger|access)$': `${libs}$1/src/index.ts`,
      '^@headwater/migrations$': `${migrations}src/index.ts`,
      '^(\\.{1,2}/.*)\\.js$': '$1',
    },
    ...overrides,
  };
}
