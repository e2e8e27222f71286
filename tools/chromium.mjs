import { executable, findProgram } from './programs.mjs';

/** The shell first: it draws pages and no window around them. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** `{ path, missing }` of a Chromium to drive: one is null, and `missing` is the reason in words. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !executable(given)) return { path: null, missing: `no Chromium: CHROMIUM_PATH is ${given}, which cannot be run` };
  const path = given || findProgram(names);
  if (path) return { path, missing: null };
  return {
    path: null,
    missing: `no Chromium: none of ${names.join(', ')} found, CHROMIUM_PATH not set (Debian: apt-get install chromium-headless-shell)`,
  };
}
