import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock } from '../../common/clock.js';
import { pollWhileListening } from '../../common/poll-while-listening.js';
import { Poller } from '../../common/poller.js';
import { BudgetEvaluator } from './budget-evaluator.service.js';

const EVERY = 60_000;

/** Budgets are looked at every minute while a process listens for requests. */
@Injectable()
export class BudgetPoller implements OnModuleInit, OnModuleDestroy {
  private readonly poller: Poller;

  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Clock) clock: Clock,
    @Inject(BudgetEvaluator) budgets: BudgetEvaluator,
  ) {
    this.poller = new Poller('Budgets', EVERY, () => budgets.runDue(clock.now()));
  }

  onModuleInit(): void {
    pollWhileListening(this.host, [this.poller]);
  }

  onModuleDestroy(): Promise<void> {
    return this.poller.stop();
  }
}
