import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Clock } from '../../common/clock.js';
import { Poller } from '../../common/poller.js';
import { Pollers } from '../../common/pollers.js';
import { BudgetEvaluator } from './budget-evaluator.service.js';

const EVERY = 60_000;

/** Budgets are looked at every minute. */
@Injectable()
export class BudgetPoller extends Pollers {
  constructor(
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(Clock) clock: Clock,
    @Inject(BudgetEvaluator) budgets: BudgetEvaluator,
  ) {
    super(host, [new Poller('Budgets', EVERY, () => budgets.runDue(clock.now()))]);
  }
}
