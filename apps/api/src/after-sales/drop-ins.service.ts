import { allowedActions } from '@headwater/after-sales';
import { isBranch } from '@headwater/org-tree';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt, targetOf } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound } from '../common/errors.js';
import { Database } from '../database/database.js';
import { TreeService } from '../tree/tree.service.js';
import { factsOf } from './case-facts.js';
import { CaseLines } from './case-lines.service.js';
import { checklistOf } from './case-present.js';
import { CaseRules } from './case-rules.service.js';
import { AfterSalesCase } from './case.entity.js';
import { CaseService } from './case.service.js';
import type { DropInView } from './case.view.js';
import { doerOf } from './doer.js';
import type { Said } from './step.js';

/**
 * A8, M1: goods handed in at a unit of the chain. Who scans the code of a case has its goods before him: he registers and inspects them for
 * the selling unit, whose case it stays, and learns no more of it than what they are.
 */
@Injectable()
export class DropIns {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(TreeService) private readonly tree: TreeService,
    @Inject(CaseService) private readonly cases: CaseService,
    @Inject(CaseLines) private readonly lines: CaseLines,
    @Inject(CaseRules) private readonly rules: CaseRules,
  ) {}

  /**
   * What is to be taken in, before it is: the code of the case is the proof, and the answer is what registering would give.
   * @throws NotFound, Forbidden, BadInput
   */
  async look(actor: Actor, code: string, at: string | null): Promise<DropInView> {
    return this.view(await this.permitted(actor, code, at));
  }

  /** The case whose goods somebody takes in, by its code. @throws NotFound, Forbidden, BadInput */
  async permitted(actor: Actor, code: string, at: string | null): Promise<AfterSalesCase> {
    await this.tree.current();
    const found = await this.byCode(code);
    this.permit(actor, found, at);
    return found;
  }

  /** @param at the unit that takes them in; null: the selling one @throws NotFound, Forbidden, BadInput, CaseRefused */
  async register(actor: Actor, code: string, at: string | null, said: Said = {}): Promise<DropInView> {
    const found = await this.permitted(actor, code, at);
    const unit = at ?? found.nodeId;
    const doer = doerOf(actor, 'registerDropIn', found.buyerName);
    const work = {
      id: found.id,
      version: null,
      action: { verb: 'registerDropIn', at: unit },
      said,
    } as const;
    const row = await this.database.inTransaction((tx) => this.cases.carryOut(tx, doer, work, this.clock.now()));
    return this.view(row);
  }

  private async view(row: AfterSalesCase): Promise<DropInView> {
    const [lines, { context }] = await Promise.all([this.lines.of(row.id), this.rules.ground(row, this.clock.now())]);
    const actions = allowedActions(factsOf(row), 'branch', context);
    return {
      ...{ code: row.code, type: row.type, state: row.state, node: this.tree.snapshot.require(row.nodeId) },
      goods: lines.map(({ caseLine, orderLine }) => ({ ...caseLine, name: orderLine.name, sku: orderLine.sku })),
      checklist: checklistOf(row),
      registrable: actions.some(({ verb }) => verb === 'registerDropIn'),
    };
  }

  private async byCode(code: string): Promise<AfterSalesCase> {
    const known = code.trim().replace(/^#/, '').toUpperCase();
    const row = await this.database.read.findOneBy(AfterSalesCase, { code: known });
    if (!row) throw new NotFound('case', known);
    return row;
  }

  private permit(actor: Actor, row: AfterSalesCase, at: string | null): void {
    if (at === null) {
      authorize(actor, 'case.registerDropIn', targetOf('case', row));
      return;
    }
    const { snapshot } = this.tree;
    if (!snapshot.has(at)) throw new NotFound('unit', at);
    authorize(actor, 'case.registerDropIn', targetAt(snapshot, at));
    if (!isBranch(snapshot.require(at).type)) throw new BadInput('at', 'Goods are taken in where they are sold.', 'a store');
  }
}
