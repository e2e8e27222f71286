import { Logger } from '@nestjs/common';

/**
 * Calls `look` again and again, the next time a while after the last one has ended. It keeps no process alive and is waited for at
 * the end. What fails is logged and tried again.
 */
export class Poller {
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly log: Logger;

  constructor(
    name: string,
    private readonly every: number,
    private readonly look: () => Promise<unknown>,
  ) {
    this.log = new Logger(name);
  }

  start(): void {
    this.later();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.running;
  }

  private later(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.once().finally(() => this.later());
    }, this.every);
    this.timer.unref();
  }

  private async once(): Promise<void> {
    try {
      await this.look();
    } catch (error) {
      this.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }
}
