import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import type { Poller } from './poller.js';
import { pollWhileListening } from './poll-while-listening.js';

/** Work that goes on by itself in every process that listens for requests; commands and tests do it when they want. */
export abstract class Pollers implements OnModuleInit, OnModuleDestroy {
  protected constructor(
    private readonly host: HttpAdapterHost,
    private readonly pollers: readonly Poller[],
  ) {}

  onModuleInit(): void {
    pollWhileListening(this.host, this.pollers);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.stop()));
  }
}
