/** What of `ws` is used here; the package comes without types. */
declare module 'ws' {
  import type { IncomingMessage } from 'node:http';
  import type { Duplex } from 'node:stream';

  export class WebSocket {
    constructor(address: string, protocols?: string | string[], options?: { headers?: Record<string, string> });
    close(code?: number, reason?: string): void;
    terminate(): void;
    on(event: 'close' | 'open', listener: () => void): this;
    once(event: 'close', listener: (code: number) => void): this;
  }

  export class WebSocketServer {
    constructor(options: { noServer: true; maxPayload: number });
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, done: (socket: WebSocket) => void): void;
    emit(event: 'connection', socket: WebSocket, request: IncomingMessage): boolean;
    close(): void;
  }
}
