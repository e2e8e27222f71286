import { fileURLToPath } from 'node:url';
import { base } from '../../jest.base.mjs';

export default base({
  testTimeout: 120_000,
  testRunner: fileURLToPath(new URL('../../tools/jest/page-runner.mjs', import.meta.url)),
  setupFilesAfterEnv: [fileURLToPath(new URL('./src/testing/setup.ts', import.meta.url))],
});
