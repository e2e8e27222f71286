/** With HEADWATER_REQUIRE_ALL=1 nothing may be left out: a skip counts as a failure. */
const requireAll = process.env.HEADWATER_REQUIRE_ALL === '1';

const total = { passed: 0, failed: 0, skipped: 0 };

const indented = (text) => text.trim().replace(/^/gm, '    ');

/**
 * Prints one line for a gate or a suite and adds its counts to the total: `ok` or `FAILS`, name, note, time, and below it the
 * output of what failed.
 */
export function report({ name, passed = 0, failed = 0, skipped = 0, note = '', since, output = '' }) {
  const bad = failed > 0 || (requireAll && skipped > 0);
  const time = `${((Date.now() - since) / 1000).toFixed(1)} s`;
  console.log(`${(bad ? 'FAILS' : 'ok').padEnd(7)}${name.padEnd(24)}${time.padStart(8)}  ${note}`.trimEnd());
  if (bad && output.trim() !== '') console.log(indented(output));
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** The last line, and the exit code that goes with it. */
export function finish() {
  const failed = total.failed + (requireAll ? total.skipped : 0);
  const skipped = !requireAll && total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  if (requireAll && total.skipped > 0)
    console.log(`\n${total.skipped} skipped, counted as failed: HEADWATER_REQUIRE_ALL is set.`);
  console.log(`\n${total.passed} passed, ${failed} failed${skipped}`);
  process.exitCode = failed > 0 ? 1 : 0;
}
