import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const chromium = process.env['CHROMIUM_PATH'];

/** The demo chain is planted once a run, in the process that reads this first; its workers inherit where. */
if (process.env['HEADWATER_E2E_NURSERY'] === undefined) {
  const nursery = mkdtempSync(join(tmpdir(), 'headwater-nursery-'));
  process.env['HEADWATER_E2E_NURSERY'] = nursery;
  process.once('exit', () => rmSync(nursery, { recursive: true, force: true }));
}

/** One worker: with a second one, pages answer too late for whoever clicks while Jest has the other core. Chromium is the system's, by CHROMIUM_PATH. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  workers: 1,
  timeout: 600_000,
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
    navigationTimeout: 60_000,
  },
});
