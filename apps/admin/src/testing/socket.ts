interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** Stands in for the connection that tells pages what happened: opens at once, and says what the test says. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  private static open: FakeSocket | null = null;
  readyState = FakeSocket.CONNECTING;
  readonly protocol = 'graphql-transport-ws';
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: ((event: { code: number; reason: string; wasClean: boolean }) => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly subscriptions = new Set<string>();

  constructor() {
    FakeSocket.open = this;
    queueMicrotask(() => {
      this.readyState = FakeSocket.OPEN;
      this.onopen?.();
    });
  }

  /** Tells every subscription. @returns whether anybody listened */
  static tell(data: object): boolean {
    const { open } = FakeSocket;
    for (const id of open?.subscriptions ?? []) open?.say({ type: 'next', id, payload: { data } });
    return (open?.subscriptions.size ?? 0) > 0;
  }

  send(text: string): void {
    const { type, id = '' } = JSON.parse(text) as Message;
    if (type === 'connection_init') this.say({ type: 'connection_ack' });
    if (type === 'subscribe') this.subscriptions.add(id);
    if (type === 'complete') this.subscriptions.delete(id);
  }

  close(code = 1000, reason = ''): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({ code, reason, wasClean: true });
  }

  private say(message: Message): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}
