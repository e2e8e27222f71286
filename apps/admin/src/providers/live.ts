import { createClient, type Client } from 'graphql-ws';
import { useEffect, useEffectEvent } from 'react';
import { printed, type Document } from './request';

const LONGEST_WAIT = 30_000;

const wait = (retries: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, Math.min(1_000 * 2 ** retries, LONGEST_WAIT) * (0.5 + Math.random() / 2)));

const address = () => `${window.location.origin.replace(/^http/, 'ws')}/graphql`;

/** One connection for all that a page listens to; open only while something listens. */
let client: Client | null = null;
const connection = (): Client =>
  (client ??= createClient({ url: address, lazy: true, retryAttempts: Infinity, retryWait: wait, shouldRetry: () => true }));

interface LiveSettings<Result> {
  readonly onTold: (result: Result) => void;
  /** The line was down for a while: what was told meanwhile is lost. */
  readonly onBack: () => void;
}

/**
 * Listens for as long as the page is shown. What is told is a hint to ask again; where no connection comes about, asking from time to
 * time has to do, so nothing is said of it.
 */
export function useLive<Result, Variables>(
  document: Document<Result, Variables>,
  variables: Variables,
  { onTold, onBack }: LiveSettings<Result>,
): void {
  const told = useEffectEvent(onTold);
  const back = useEffectEvent(onBack);
  const { query } = printed(document);
  const given = JSON.stringify(variables);
  useEffect(() => {
    const live = connection();
    const stopWatching = live.on('connected', (_socket, _payload, wasRetry) => {
      if (wasRetry) back();
    });
    const payload = { query, variables: JSON.parse(given) as Record<string, unknown> };
    const stop = live.subscribe<Result>(payload, {
      next: ({ data }) => {
        if (data != null) told(data);
      },
      error: () => undefined,
      complete: () => undefined,
    });
    return () => {
      stopWatching();
      stop();
    };
  }, [query, given]);
}
