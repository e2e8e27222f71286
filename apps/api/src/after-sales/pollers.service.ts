import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock } from '../common/clock.js';
import { pollWhileListening } from '../common/poll-while-listening.js';
import { Poller } from '../common/poller.js';
import { CaseClock } from './case-clock.service.js';
import { PhotoUploads } from './photos/photo-uploads.service.js';
import { ExtensionWorker } from './extension/extension-worker.service.js';
import { PayoutWorker } from './payout-worker.service.js';

const EVERY = 1_000;
const SWEEP_EVERY = 600_000;

/** Clocks, payouts and mass extensions run by themselves in every process that listens for requests; commands and tests call them when they want. */
@Injectable()
export class CasePollers implements OnModuleInit, OnModuleDestroy {
  private readonly pollers: readonly Poller[];

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Clock) clock: Clock,
    @Inject(CaseClock) cases: CaseClock,
    @Inject(PayoutWorker) payouts: PayoutWorker,
    @Inject(PhotoUploads) photos: PhotoUploads,
    @Inject(ExtensionWorker) extensions: ExtensionWorker,
  ) {
    this.pollers = [
      new Poller('CaseClock', EVERY, () => cases.runDue(clock.now())),
      new Poller('PayoutWorker', EVERY, () => payouts.runDue(clock.now())),
      new Poller('PhotoSweep', SWEEP_EVERY, () => photos.sweep(clock.now())),
      new Poller('ExtensionWorker', EVERY, () => extensions.runDue(clock.now())),
    ];
  }

  onModuleInit(): void {
    pollWhileListening(this.host, this.pollers);
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.pollers.map((poller) => poller.stop()));
  }
}
