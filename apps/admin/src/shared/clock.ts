import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;

let offset = 0;

/**
 * Takes over the time at which the server gave an answer: browsers' clocks are off by minutes, and deadlines are the server's. With each
 * answer, so that nothing it tells of as done lies ahead.
 */
export function setServerTime(iso: string): void {
  offset = Date.parse(iso) - Date.now();
}

/** UTC epoch milliseconds by the server's clock. */
export const serverNow = (): number => Date.now() + offset;

const listeners = new Set<() => void>();
let minute = 0;
let timer: ReturnType<typeof setInterval> | undefined;

function tick(): void {
  minute = Math.floor(serverNow() / MINUTE);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, MINUTE);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** The server's time, renewed every minute for all who watch it; one timer serves the page. */
export function useServerNow(): number {
  useSyncExternalStore(subscribe, () => minute);
  return serverNow();
}
