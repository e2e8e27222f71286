#!/usr/bin/env node
import { existsSync } from 'node:fs';

const cli = new URL('../dist/cli/cli.js', import.meta.url);
if (!existsSync(cli)) {
  console.error('headwater is not built yet: run `npm run build` first.');
  process.exit(2);
}
await import(cli.href);
