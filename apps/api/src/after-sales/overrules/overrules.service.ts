import { overrulable, overrulableLimits, setAside, standingAgainst, type Eligibility } from '@headwater/after-sales';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { StaffActor } from '../../auth/actor.js';
import { branchesWithin } from '../../auth/within.js';
import { Clock } from '../../common/clock.js';
import { BadInput } from '../../common/errors.js';
import { newId } from '../../common/ids.js';
import { Database } from '../../database/database.js';
import type { Where } from '../../database/where.js';
import { ancestorColumns, ancestorPath } from '../../database/ancestors.js';
import { insertRows } from '../../orders/insert-rows.js';
import { TreeService } from '../../tree/tree.service.js';
import { CaseEvents } from '../case-events.js';
import { AfterSalesCase } from '../case.entity.js';
import type { Doer } from '../doer.js';
import type { Step } from '../step.js';
import { ruleNames } from '../words/rule-names.js';
import { CaseOverrule, type OverruledRule } from './case-overrule.entity.js';
import type { OverruledRulesView, OverruledRuleView } from './overrules.view.js';

const DAY = 86_400_000;
const MAX_DAYS = 366;
/** Counted of one rule in one part of what a viewer sees, and shown of it. */
const LOOKED_AT = 10_000;
const SHOWN = 5;

type Latest = Pick<CaseOverrule, 'caseId' | 'code' | 'nodeId' | 'reason' | 'personName'> & { at: number | string };

/** What an application may be opened against, and what a step may be taken against. */
const allRules: readonly OverruledRule[] = [...overrulable, ...overrulableLimits];

/** A15: what was overruled, and by whom. */
@Injectable()
export class Overrules {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(CaseEvents) private readonly events: CaseEvents,
    @Inject(TreeService) private readonly tree: TreeService,
  ) {}

  /**
   * Notes what an opened case went against: what was overruled, with an event of its own under the row's last number, and what staff
   * set aside as they may.
   */
  async note(
    tx: EntityManager,
    row: AfterSalesCase,
    doer: Doer,
    { eligibility, reason }: { readonly eligibility: Eligibility; readonly reason: string | null },
    { policyEpoch, now }: { readonly policyEpoch: number; readonly now: number },
  ): Promise<void> {
    const { ruled } = standingAgainst(eligibility);
    const rules = [...new Set([...ruled.map(({ rule }) => rule), ...setAside(eligibility)])];
    await this.count(tx, row, doer, { rules, reason: reason ?? row.text, now });
    if (ruled.length === 0) return;
    const event = { verb: 'overrule', reason, data: { rules: ruled } };
    await this.events.beside(tx, row, doer, event, { policyEpoch, now });
  }

  /** Notes the limits that a step went against, in an event before its own, under the number that the step left free. */
  async noteStep(
    tx: EntityManager,
    { row, doer, ground, transition, now }: Step,
    { version }: AfterSalesCase,
    reason: string,
  ): Promise<void> {
    const rules = allRules.filter((each) => transition.overruled.some(({ rule }) => rule === each));
    await this.count(tx, row, doer, { rules, reason, now });
    const before = Object.assign(new AfterSalesCase(), row, { version, lastSeq: row.lastSeq + 1 });
    const event = { verb: 'overrule', reason, data: { of: transition.verb, rules: transition.overruled } };
    await this.events.beside(tx, before, doer, event, { policyEpoch: ground.policyEpoch, now });
  }

  private async count(
    tx: EntityManager,
    row: AfterSalesCase,
    doer: Doer,
    { rules, reason, now }: { readonly rules: readonly OverruledRule[]; readonly reason: string | null; readonly now: number },
  ): Promise<void> {
    const who = { personId: doer.id, personName: doer.name.slice(0, 100) };
    const of = { caseId: row.id, code: row.code, nodeId: row.nodeId, ...ancestorColumns(pathOf(row)) };
    await insertRows(
      tx,
      CaseOverrule,
      rules.map((rule) => ({ id: newId(now), ...of, rule, reason, ...who, at: now })),
    );
  }

  /** The rules that were overruled within so many days, the most overruled first. @throws NotFound, BadInput */
  async most(actor: StaffActor, within: string | null, days: number): Promise<OverruledRulesView> {
    if (days < 1 || days > MAX_DAYS) throw new BadInput('days', 'A whole number of days.', { min: 1, max: MAX_DAYS });
    const since = this.clock.now() - days * DAY;
    const scopes = branchesWithin(actor, 'case.readOverruled', 'o', within);
    const rules = await Promise.all(allRules.map((rule) => this.ofRule(scopes, rule, since)));
    const met = rules.filter(({ count }) => count > 0);
    return { since, rules: met.sort((one, other) => other.count - one.count) };
  }

  private async ofRule(scopes: readonly Where[], rule: OverruledRule, since: number): Promise<OverruledRuleView> {
    const parts = await Promise.all(scopes.map((scope) => this.inScope(scope, rule, since)));
    const latest = parts.flatMap((part) => part.latest).sort((one, other) => Number(other.at) - Number(one.at));
    return {
      rule,
      name: ruleNames[rule],
      count: parts.reduce((sum, part) => sum + part.count, 0),
      hasMore: parts.some(({ count }) => count === LOOKED_AT),
      latest: latest
        .slice(0, SHOWN)
        .map((each) => ({ ...each, at: Number(each.at), node: this.tree.snapshot.require(each.nodeId) })),
    };
  }

  private async inScope(scope: Where, rule: OverruledRule, since: number): Promise<{ count: number; latest: Latest[] }> {
    const where = `FROM case_overrule o WHERE ${scope.sql} AND o.rule = ? AND o.at >= ?`;
    const params = [...scope.params, rule, since];
    const [row] = await this.database.read.query<{ count: number | string }[]>(
      `SELECT COUNT(*) AS count FROM (SELECT o.id ${where} LIMIT ${String(LOOKED_AT)}) t`,
      params,
    );
    const latest = await this.database.read.query<Latest[]>(
      `SELECT o.case_id AS caseId, o.code AS code, o.node_id AS nodeId, o.reason AS reason, o.person_name AS personName, o.at AS at
       ${where} ORDER BY o.at DESC, o.id DESC LIMIT ${String(SHOWN)}`,
      params,
    );
    return { count: Number(row?.count ?? 0), latest };
  }
}

const pathOf = (row: AfterSalesCase): string[] => ancestorPath(row).filter((id) => id !== null);
