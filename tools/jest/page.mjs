import { JSDOM } from 'jsdom';

/** What Node does as a browser does, and jsdom does not or not as well. */
const ofNode = new Set([
  'AbortController',
  'AbortSignal',
  'Blob',
  'BroadcastChannel',
  'FormData',
  'Headers',
  'ReadableStream',
  'Request',
  'Response',
  'TextDecoder',
  'TextEncoder',
  'TransformStream',
  'URL',
  'URLSearchParams',
  'WritableStream',
  'clearInterval',
  'clearTimeout',
  'console',
  'crypto',
  'fetch',
  'performance',
  'queueMicrotask',
  'setInterval',
  'setTimeout',
  'structuredClone',
]);

/** One realm is one window: by each of its names it is the worker's own global object. */
const namesOfWindow = new Set(['window', 'self', 'top', 'parent', 'frames', 'globalThis']);

const isClass = (name) => /^[A-Z]/u.test(name);

function* names(object) {
  for (let each = object; each && each !== Object.prototype; each = Object.getPrototypeOf(each))
    yield* Object.getOwnPropertyNames(each);
}

/** Makes the worker's realm a page, once: what jsdom's window has is read through, and may be replaced by a test. */
function become(page) {
  const replaced = new Map();
  const read = (name) => {
    if (replaced.has(name)) return replaced.get(name);
    const value = page[name];
    return typeof value === 'function' && !isClass(name) ? value.bind(page) : value;
  };
  for (const name of new Set(names(page))) {
    if (name.startsWith('_') || name === 'constructor' || ofNode.has(name) || namesOfWindow.has(name)) continue;
    if (name in globalThis && Object.is(page[name], globalThis[name])) continue;
    const set = (value) => replaced.set(name, value);
    Object.defineProperty(globalThis, name, { get: () => read(name), set, configurable: true, enumerable: true });
  }
  for (const name of namesOfWindow) globalThis[name] = globalThis;
}

become(new JSDOM('<!doctype html><html><body></body></html>', { url: 'http://localhost/', pretendToBeVisual: true }).window);
