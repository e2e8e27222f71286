import { defineConfig } from '@playwright/test';

const chromium = process.env['CHROMIUM_PATH'];

/** One worker: the machine has two cores, and each spec runs a product of its own. Chromium is the system's, by CHROMIUM_PATH. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 1_200_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
  use: {
    launchOptions: {
      ...(chromium !== undefined && { executablePath: chromium }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
  },
});
