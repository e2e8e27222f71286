import { decide } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { factsOf } from './case-facts.js';
import { CaseRules } from './case-rules.service.js';
import type { AfterSalesCase } from './case.entity.js';
import { CaseService } from './case.service.js';
import { systemDoer } from './doer.js';

const doer = systemDoer('autoApproval');

/**
 * A7: approves what a row of the table speaks of, at once and in the transaction of the application, or of what brought it before the
 * store again. The rule speaks of amount, reason and the buyer's risk, and of nothing that people have said of the case before.
 */
@Injectable()
export class AutoApprovals {
  constructor(
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(CaseService) private readonly cases: CaseService,
  ) {}

  /** @returns the case as it is then: approved, or as it was */
  async consider(tx: EntityManager, row: AfterSalesCase, now: number): Promise<AfterSalesCase> {
    const { context } = await this.rules.ground(row, now);
    if (!decide(factsOf(row), { verb: 'approve', actor: 'system' }, context).ok) return row;
    return this.cases.carryOut(tx, doer, { id: row.id, version: row.version, action: { verb: 'approve' } }, now);
  }
}
