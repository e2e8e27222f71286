import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Clock } from '../common/clock.js';
import { CaseClock } from './case-clock.service.js';
import { PayoutWorker } from './payout-worker.service.js';
import { Poller } from './poller.js';

const EVERY = 1_000;

/** Clocks and payouts run by themselves in every process that listens for requests; commands and tests call them when they want. */
@Injectable()
export class CasePollers implements OnModuleInit, OnModuleDestroy {
  private readonly pollers: readonly Poller[];

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Clock) clock: Clock,
    @Inject(CaseClock) cases: CaseClock,
    @Inject(PayoutWorker) payouts: PayoutWorker,
  ) {
    this.pollers = [
      new Poller('CaseClock', EVERY, () => cases.runDue(clock.now())),
      new Poller('PayoutWorker', EVERY, () => payouts.runDue(clock.now())),
    ];
  }

  onModuleInit(): void {
    const { httpAdapter } = this.host;
    if (!(httpAdapter instanceof FastifyAdapter)) return;
    const server: FastifyInstance = httpAdapter.getInstance();
    server.addHook('onListen', (done) => {
      for (const poller of this.pollers) poller.start();
      done();
    });
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.stop()));
  }
}
