import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock } from '../common/clock.js';
import { Poller } from '../common/poller.js';
import { Pollers } from '../common/pollers.js';
import { CaseClock } from './case-clock.service.js';
import { PhotoUploads } from './photos/photo-uploads.service.js';
import { ExtensionWorker } from './extension/extension-worker.service.js';
import { PayoutWorker } from './payout-worker.service.js';

const EVERY = 1_000;
const SWEEP_EVERY = 600_000;

/** Clocks, payouts, mass extensions, and photos that no case has taken. */
@Injectable()
export class CasePollers extends Pollers {
  constructor(
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(Clock) clock: Clock,
    @Inject(CaseClock) cases: CaseClock,
    @Inject(PayoutWorker) payouts: PayoutWorker,
    @Inject(PhotoUploads) photos: PhotoUploads,
    @Inject(ExtensionWorker) extensions: ExtensionWorker,
  ) {
    super(host, [
      new Poller('CaseClock', EVERY, () => cases.runDue(clock.now())),
      new Poller('PayoutWorker', EVERY, () => payouts.runDue(clock.now())),
      new Poller('PhotoSweep', SWEEP_EVERY, () => photos.sweep(clock.now())),
      new Poller('ExtensionWorker', EVERY, () => extensions.runDue(clock.now())),
    ]);
  }
}
