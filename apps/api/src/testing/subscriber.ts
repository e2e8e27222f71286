import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Loose } from './client.js';

interface Opening {
  readonly url: string;
  readonly cookie?: string;
  readonly origin?: string | null;
}

/** Ours, unless said otherwise; null says none. */
const headersOf = ({ url, cookie, origin = url }: Opening): Record<string, string> => ({
  ...(cookie !== undefined && { cookie }),
  ...(origin !== null && { origin }),
});

/** A page that listens: what it was told so far, and how its connection ended. */
export class Subscriber {
  readonly told: Loose[] = [];
  readonly errors: Loose[] = [];
  /** Close code, or what kept it from opening; null while it is open. */
  ended: unknown = null;
  private readonly client;
  private readonly subscribed: Promise<void>;

  constructor(opening: Opening, query: string, variables: Record<string, unknown> = {}) {
    const headers = headersOf(opening);
    class Socket extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    this.client = createClient({
      url: `${opening.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Socket,
      retryAttempts: 0,
      lazy: true,
      on: { closed: (event) => (this.ended = (event as { code?: number }).code ?? event) },
    });
    this.subscribed = new Promise((resolve) => this.client.on('connected', () => resolve()));
    this.client.subscribe(
      { query, variables },
      {
        next: ({ data, errors = [] }) => {
          if (data) this.told.push(data);
          this.errors.push(...errors);
        },
        error: (error) => {
          this.ended ??= (error as { code?: number }).code ?? error;
          if (Array.isArray(error)) this.errors.push(...error);
        },
        complete: () => undefined,
      },
    );
  }

  /** Connected, and its subscription with the server. */
  async ready(): Promise<this> {
    await this.subscribed;
    await new Promise((resolve) => setTimeout(resolve, 100));
    return this;
  }

  async stop(): Promise<void> {
    await this.client.dispose();
  }
}

/** Waits until it holds. */
export async function until(holds: () => boolean | Promise<boolean>, within = 60_000): Promise<void> {
  for (let waited = 0; !(await holds()); waited += 20) {
    if (waited > within) throw new Error('it never came to hold');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
