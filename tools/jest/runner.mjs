import { createRequire, register } from 'node:module';
import { pathToFileURL } from 'node:url';

register('./typescript.mjs', import.meta.url);
process.setSourceMapsEnabled(true);

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner');

/** Jest's own framework, made anew for each file: it gathers tests and who listens to them. */
function framework(path) {
  delete require.cache[path];
  delete globalThis[Symbol.for('EVENT_HANDLERS')];
  return require(path);
}

let files = 0;

/**
 * Runs a file of tests as Jest does, but in the worker's own realm: Node loads a module once a worker, where Jest's virtual machines
 * load, link and compile the whole product again for each file. No test here replaces a module, so none needs such walls.
 */
export default function run(globalConfig, config, environment, runtime, path, tell) {
  // Jest's reads no source maps but those of its own virtual machines; Node's does.
  delete Error.prepareStackTrace;
  runtime.requireInternalModule = framework;
  runtime.setGlobalsForRuntime = (globals) => Object.assign(globalThis, globals);
  runtime.unstable_shouldLoadAsEsm = () => true;
  runtime.unstable_importModule = (file) => import(`${pathToFileURL(file).href}?${String((files += 1))}`);
  return circus(globalConfig, config, environment, runtime, path, tell);
}
