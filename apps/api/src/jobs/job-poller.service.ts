import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock } from '../common/clock.js';
import { Poller } from '../common/poller.js';
import { Pollers } from '../common/pollers.js';
import { JobRunner } from './job-runner.service.js';

const EVERY = 1_000;

/** Jobs go on by themselves, in whichever process takes them. */
@Injectable()
export class JobPoller extends Pollers {
  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost, @Inject(Clock) clock: Clock, @Inject(JobRunner) runner: JobRunner) {
    super(host, [new Poller('JobRunner', EVERY, () => runner.runDue(clock.now()))]);
  }
}
