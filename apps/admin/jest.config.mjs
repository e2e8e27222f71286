import { fileURLToPath } from 'node:url';
import { base } from '../../jest.base.mjs';

const shared = base();

export default {
  ...shared,
  testTimeout: 30_000,
  testEnvironment: 'jest-fixed-jsdom',
  // A page needs a realm of its own.
  testRunner: 'jest-circus/runner',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  setupFiles: [fileURLToPath(new URL('./src/testing/setup.ts', import.meta.url))],
  setupFilesAfterEnv: [fileURLToPath(new URL('./src/testing/matchers.ts', import.meta.url))],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } }, target: 'es2022' },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: { '\\.css$': fileURLToPath(new URL('./src/testing/noStyles.ts', import.meta.url)) },
};
