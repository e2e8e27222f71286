import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock } from '../common/clock.js';
import { pollWhileListening } from '../common/poll-while-listening.js';
import { Poller } from '../common/poller.js';
import { JobRunner } from './job-runner.service.js';

const EVERY = 1_000;

/** Jobs go on by themselves in every process that listens for requests; commands and tests run them when they want. */
@Injectable()
export class JobPoller implements OnModuleInit, OnModuleDestroy {
  private readonly poller: Poller;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Clock) clock: Clock,
    @Inject(JobRunner) runner: JobRunner,
  ) {
    this.poller = new Poller('JobRunner', EVERY, () => runner.runDue(clock.now()));
  }

  onModuleInit(): void {
    pollWhileListening(this.host, [this.poller]);
  }

  async onModuleDestroy(): Promise<void> {
    await this.poller.stop();
  }
}
