import { node, tool } from './run.mjs';

/** Nx keeps to itself: no daemon left behind, no cloud, no questions, no screen drawing. */
const env = { NX_DAEMON: 'false', NX_NO_CLOUD: 'true', NX_INTERACTIVE: 'false', NX_TUI: 'false', NX_ISOLATE_PLUGINS: 'false' };

/** Nx repeats the words of every task; only those of the tasks that failed are worth reading. */
function wordsOfFailures(output) {
  const failed = new Set([...(output.split('Failed tasks:')[1] ?? '').matchAll(/^- (\S+)$/gm)].map(([, task]) => task));
  const [, ...tasks] = output.split(/^> nx run /m);
  const words = tasks.filter((text) => failed.has(/^\S+/.exec(text)?.[0])).map((text) => text.split(/\n NX /)[0].trim());
  return words.length > 0 ? words.join('\n\n') : output;
}

/** Runs one target of the named packages (all that have it, when none is named) and of what they need; resolves like `run`. */
export async function nx(target, packages = [], { onTask } = {}) {
  const chosen = packages.length > 0 ? ['-p', packages.map((name) => `@headwater/${name}`).join(',')] : [];
  const onLine = onTask && ((line) => /^> nx run @headwater\/(\S+:\S+)/.exec(line)?.slice(1).forEach(onTask));
  const { code, output } = await node(tool('nx/dist/bin/nx.js'), ['run-many', '-t', target, ...chosen, '--outputStyle=static'], {
    env,
    onLine,
  });
  return { code, output: wordsOfFailures(output) };
}

/** Builds what is out of date, with one changing line of progress; ends the process with the compiler's words when it fails. */
export async function build(packages) {
  const line = (text) => process.stdout.isTTY && process.stdout.write(`\r\x1b[K${text}`);
  line('Building …');
  const { code, output } = await nx('build', packages, { onTask: (task) => line(`Building ${task.split(':')[0]} …`) });
  line('');
  if (code === 0) return;
  console.error(`${output.trim()}\n\nThe build failed.`);
  process.exit(1);
}
