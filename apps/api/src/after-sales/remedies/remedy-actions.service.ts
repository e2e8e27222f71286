import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/actor.js';
import { may, targetOf } from '../../auth/authorize.js';
import { Clock } from '../../common/clock.js';
import { Database } from '../../database/database.js';
import { CaseRules, type Ground } from '../case-rules.service.js';
import type { AfterSalesCase } from '../case.entity.js';
import type { CaseActionView } from '../case.view.js';
import { remedyText, type RemedyVerb } from '../words/remedies.js';
import { Appeals } from './appeal.service.js';
import { Compensations } from './compensation.service.js';
import { ReturnLabels } from './label.service.js';

const button = (row: AfterSalesCase, verb: RemedyVerb, needs: string[], most: number | null) => ({
  ...{ verb, needs, primary: false, to: [row.state], left: null, returnless: null, refund: null, maxAmount: most },
  effect: remedyText(verb, most),
});

/** The buttons beside the state of a case, for one who may press them. A page of one case asks; lists do not. */
@Injectable()
export class RemedyActions {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseRules) private readonly rules: CaseRules,
    @Inject(Compensations) private readonly compensations: Compensations,
    @Inject(Appeals) private readonly appeals: Appeals,
    @Inject(ReturnLabels) private readonly labels: ReturnLabels,
  ) {}

  async of(actor: Actor, row: AfterSalesCase): Promise<CaseActionView[]> {
    if (actor.kind !== 'staff') return [];
    const ground = await this.rules.ground(row, this.clock.now());
    const target = targetOf('case', row);
    const manager = this.database.read;
    const open = (await this.appeals.of(manager, row.id)).some(({ status }) => status === 'open');
    const mayIssue = may(actor, 'case.issueLabel', target) && this.labels.refusal(row, ground) === null;
    return [
      ...(mayIssue ? [button(row, 'issueLabel', ['carrier', 'tracking', 'freightPaid', 'photos'], null)] : []),
      ...(open && may(actor, 'case.answerAppeal', target) ? [button(row, 'answerAppeal', ['liable', 'reason'], null)] : []),
      ...(may(actor, 'case.appeal', target) ? await this.appeal(manager, row, ground) : []),
      ...(may(actor, 'case.compensate', target) ? await this.compensate(manager, actor, row, ground) : []),
    ];
  }

  private async appeal(manager: EntityManager, row: AfterSalesCase, ground: Ground): Promise<CaseActionView[]> {
    return (await this.appeals.refusal(manager, row, ground)) === null ? [button(row, 'appeal', ['reason'], null)] : [];
  }

  private async compensate(manager: EntityManager, actor: Actor, row: AfterSalesCase, ground: Ground): Promise<CaseActionView[]> {
    const left = await this.compensations.left(manager, actor, row, ground);
    return left > 0 ? [button(row, 'compensate', ['amount', 'reason'], left)] : [];
  }
}
