import { kindKeys, type Directives, type KindKey } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { BadInput } from '../common/errors.js';
import { Database } from '../database/database.js';
import { ApprovalRule } from './approval.entity.js';
import type { ApprovalReasonView, ApprovalRuleView } from './approval.types.js';
import { costsThisMonth } from './costs-this-month.js';
import { ApprovalRequired, ApprovalRuleChanged } from './errors.js';
import { nodeIn } from './naming.js';
import { PolicyEngine } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { PolicyWriter, type PolicyWrite } from './policy-writer.service.js';

/** A change as its thresholds see it. */
export interface Weighed {
  readonly kind: KindKey;
  readonly nodeId: string;
  /** Other units that the same act changes, none of them at or below another. */
  readonly besides?: readonly string[];
  /** Branches that it changes. */
  readonly changed: number;
  /** What it has units say. */
  readonly said: readonly Directives[];
}

export interface ApprovalSetting {
  readonly kind: KindKey;
  readonly enabled: boolean;
  readonly branchesOver: number | null;
  readonly locks: boolean;
  readonly costOver: number | null;
  /** Of the setting that the caller saw; 0 where there was none. */
  readonly version: number;
}

const never = { enabled: false, branchesOver: null, locks: false, costOver: null, authorName: null, updatedAt: null, version: 0 };

const MOST = 1_000_000_000;

/** P10: which changes need the approval of somebody else, and the settings that say so. */
@Injectable()
export class ApprovalService {
  constructor(
    @Inject(PolicyWriter) private readonly writer: PolicyWriter,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(Database) private readonly database: Database,
  ) {}

  async list(actor: Actor): Promise<ApprovalRuleView[]> {
    const { tree } = await this.engine.current();
    authorize(actor, 'approval.read', targetAt(tree, tree.root.id));
    return this.views();
  }

  /** @throws NotFound, Forbidden, BadInput, ApprovalRuleChanged */
  async set(actor: Actor, setting: ApprovalSetting): Promise<ApprovalRuleView[]> {
    const { kind, version, ...thresholds } = readSetting(setting);
    await this.writer.run(actor, async (write) => {
      const { tree } = write.state;
      authorize(actor, 'approval.set', targetAt(tree, tree.root.id));
      const { enabled, ...rule } = thresholds;
      const row = await write.tx.findOneBy(ApprovalRule, { kind });
      if ((row?.version ?? 0) !== version) throw new ApprovalRuleChanged(row?.authorName ?? null);
      if (row) await write.tx.delete(ApprovalRule, { kind });
      const { authorName } = write.author;
      if (enabled) await write.insert(ApprovalRule, { kind, ...rule, authorName, updatedAt: write.now, version: version + 1 });
      await write.record('approval.set', { type: 'approval', id: kind }, tree.root.id, { kind, ...thresholds });
      return { wrote: true, result: null };
    });
    return this.views();
  }

  /** Why the change needs an approval; empty: it may be made at once. */
  async reasons(manager: EntityManager, state: PolicyState, change: Weighed, now: number): Promise<ApprovalReasonView[]> {
    const { kind, nodeId, besides = [], changed, said } = change;
    const rule = await manager.findOneBy(ApprovalRule, { kind });
    if (!rule) return [];
    const { branchesOver, costOver, locks } = rule;
    const cost = costOver === null ? 0 : await costAt(manager, state, [nodeId, ...besides], now);
    return [
      ...(branchesOver !== null && changed > branchesOver
        ? [{ code: 'branches', kind, value: changed, limit: branchesOver }]
        : []),
      ...(locks && said.some(bindsThoseBelow) ? [{ code: 'locks', kind, value: null, limit: null }] : []),
      ...(costOver !== null && changed > 0 && cost > costOver ? [{ code: 'cost', kind, value: cost, limit: costOver }] : []),
    ];
  }

  /** For a preview: what the write would be refused for. */
  foreseen(state: PolicyState, change: Weighed, now: number): Promise<ApprovalReasonView[]> {
    return this.reasons(this.database.read, state, change, now);
  }

  /** @throws ApprovalRequired: the change has to go by way of a change set */
  async refuseUnapproved({ tx, state, now }: Pick<PolicyWrite, 'tx' | 'state' | 'now'>, change: Weighed): Promise<void> {
    const reasons = await this.reasons(tx, state, change, now);
    if (reasons.length > 0) throw new ApprovalRequired(reasons);
  }

  private async views(): Promise<ApprovalRuleView[]> {
    const rules = await this.database.read.find(ApprovalRule);
    return kindKeys.map((kind) => {
      const rule = rules.find((each) => each.kind === kind);
      return rule ? { ...rule, enabled: true } : { kind, ...never };
    });
  }
}

const bindsThoseBelow = (directives: Directives): boolean =>
  Object.values(directives).some(({ lock, guard }) => lock === true || guard !== undefined);

async function costAt(manager: EntityManager, state: PolicyState, units: readonly string[], now: number): Promise<number> {
  const named = units.map((unit) => nodeIn(state, unit));
  return [...(await costsThisMonth(manager, named, now)).values()].reduce((sum, cost) => sum + cost, 0);
}

function readSetting(setting: ApprovalSetting): ApprovalSetting {
  for (const field of ['branchesOver', 'costOver'] as const) {
    const value = setting[field];
    if (value !== null && (!Number.isInteger(value) || value < 0 || value > MOST))
      throw new BadInput(field, 'A threshold is a whole number.', { min: 0, max: MOST });
  }
  const { enabled, branchesOver, costOver, locks } = setting;
  if (enabled && branchesOver === null && costOver === null && !locks)
    throw new BadInput('enabled', 'Say what needs an approval.', { oneOf: ['branchesOver', 'locks', 'costOver'] });
  return setting;
}
