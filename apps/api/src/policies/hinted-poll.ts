import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Hints } from '../database/hints.js';
import { PolicyEngine } from './policy-engine.service.js';

/** Brings the rules up to date as soon as another process says that it changed them, before a request has to. */
@Injectable()
export class HintedPoll implements OnModuleInit {
  constructor(
    @Inject(Hints) private readonly hints: Hints,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
  ) {}

  onModuleInit(): void {
    // A hint that leads nowhere is nobody's failure: whoever asks next polls for himself, and hears why that fails.
    this.hints.onHint('epoch', (message) => {
      const epoch = Number(message);
      if (Number.isSafeInteger(epoch)) this.engine.atLeast(epoch).catch(() => undefined);
    });
  }
}
