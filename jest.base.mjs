import { fileURLToPath } from 'node:url';

/** Jest over TypeScript sources; see `tools/jest` for how they are loaded. */
export function base(overrides = {}) {
  return {
    testEnvironment: 'node',
    testRunner: fileURLToPath(new URL('./tools/jest/runner.mjs', import.meta.url)),
    testMatch: ['<rootDir>/**/*.spec.ts', '<rootDir>/**/*.spec.tsx'],
    testPathIgnorePatterns: ['/node_modules/', '/dist/'],
    modulePathIgnorePatterns: ['/dist/'],
    transform: {},
    ...overrides,
  };
}
