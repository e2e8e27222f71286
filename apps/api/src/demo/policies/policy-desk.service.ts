import type { Directives, KindKey } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import { ClosedDayService, type DaysToClose } from '../../after-sales/closed-days/closed-days.service.js';
import type { StaffActor } from '../../auth/actor.js';
import { ApplyService } from '../../changes/apply.service.js';
import { ChangeSetListService } from '../../changes/change-set-list.service.js';
import { ChangeSetService } from '../../changes/change-set.service.js';
import type { ChangeSetInput } from '../../changes/change-set.types.js';
import { newId } from '../../common/ids.js';
import { ApprovalService } from '../../policies/approval.service.js';
import { AcknowledgementService } from '../../policies/acknowledgement.service.js';
import { AssignmentService } from '../../policies/assignment.service.js';
import { CoverageService } from '../../policies/coverage.service.js';
import { ExemptionService } from '../../policies/exemption.service.js';
import { LibraryService } from '../../policies/library.service.js';
import { OwnRulesService } from '../../policies/own-rules.service.js';
import { ownVersionOf } from '../../policies/own-track.js';
import { PolicyEngine } from '../../policies/policy-engine.service.js';
import { JobService } from '../../jobs/job.service.js';
import { RolloutService } from '../../rollouts/rollout.service.js';
import { SuspensionService } from '../../policies/suspension.service.js';

export interface Content {
  readonly notes: string;
  readonly directives: Directives;
}

const SUBSIDY: KindKey = 'returnShippingSubsidy';

/** What people do with rules, in the words of the history; all of it through the services the API uses. */
@Injectable()
export class PolicyDesk {
  constructor(
    @Inject(LibraryService) private readonly library: LibraryService,
    @Inject(AssignmentService) private readonly assignments: AssignmentService,
    @Inject(OwnRulesService) private readonly own: OwnRulesService,
    @Inject(CoverageService) private readonly coverage: CoverageService,
    @Inject(SuspensionService) private readonly suspensions: SuspensionService,
    @Inject(ExemptionService) private readonly exemptions: ExemptionService,
    @Inject(ApprovalService) private readonly approvals: ApprovalService,
    @Inject(ChangeSetService) private readonly changeSets: ChangeSetService,
    @Inject(ApplyService) private readonly applying: ApplyService,
    @Inject(ChangeSetListService) private readonly changeLists: ChangeSetListService,
    @Inject(AcknowledgementService) private readonly acknowledgements: AcknowledgementService,
    @Inject(JobService) private readonly jobs: JobService,
    @Inject(RolloutService) private readonly rollouts: RolloutService,
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(ClosedDayService) private readonly closedDays: ClosedDayService,
  ) {}

  async create(actor: StaffActor, kind: KindKey, name: string, description: string): Promise<string> {
    const made = await this.library.create(actor, { kind, name, description, ownerId: actor.snapshot.root.id });
    return made.result.id;
  }

  /** The next version as a draft: what the last one says, and over it what is new. @returns its id and row version */
  async draft(actor: StaffActor, policyId: string, { notes, directives }: Content): Promise<{ id: string; version: number }> {
    const { id, version, directives: before } = (await this.library.startDraft(actor, policyId, null)).result;
    const saved = await this.library.saveDraft(actor, id, { directives: { ...before, ...directives }, notes, version });
    return { id, version: saved.result.version };
  }

  async publish(actor: StaffActor, policyId: string, content: Content): Promise<string> {
    const { id, version } = await this.draft(actor, policyId, content);
    await this.library.publish(actor, id, version);
    return id;
  }

  async assign(
    actor: StaffActor,
    versionId: string,
    nodeIds: readonly string[],
    reason: string,
    from: number | null = null,
  ): Promise<void> {
    for (const nodeId of nodeIds) await this.assignments.assign(actor, { versionId, nodeId, reason, from });
  }

  /** The same at each of several stores, as one job over the list of their codes. */
  async assignByList(actor: StaffActor, versionId: string, codes: readonly string[], reason: string): Promise<void> {
    if (codes.length === 0) return;
    const list = codes.join('\n');
    const selection = { action: 'assign', within: actor.snapshot.root.id, detail: { versionId }, list } as const;
    await this.jobs.start(actor, { selection, eligible: codes.length, key: `demo-${versionId}`, reason });
  }

  async setOwn(actor: StaffActor, kind: KindKey, nodeId: string, changes: Directives, reason: string): Promise<void> {
    const ownVersion = ownVersionOf(await this.engine.current(), { kind, nodeId });
    await this.own.set(actor, { kind, nodeId, changes, ownVersion, reason });
  }

  /** The cap of free returns as a unit of its own sets it. */
  capAt(actor: StaffActor, nodeId: string, cap: number, reason: string): Promise<void> {
    return this.setOwn(actor, SUBSIDY, nodeId, { mode: { set: { kind: 'actual', cap } } }, reason);
  }

  async turn(actor: StaffActor, nodeId: string, on: boolean, reason: string): Promise<void> {
    await this.coverage.turn(actor, nodeId, on, reason);
  }

  async suspend(actor: StaffActor, nodeId: string, reason: string, until: number | null = null): Promise<void> {
    await this.suspensions.suspend(actor, nodeId, reason, { until });
  }

  /** A manager reads what the branch has not accepted yet, and accepts it or leaves it at that. */
  async read(actor: StaffActor, verb: 'see' | 'accept'): Promise<void> {
    const { items } = await this.acknowledgements.mine(actor, { first: 200 });
    for (const { assignmentId, node } of items) await this.acknowledgements[verb](actor, assignmentId, [node.id]);
  }

  /** Frees fields of a unit from HQ's lock and bounds. */
  async exempt(actor: StaffActor, kind: KindKey, nodeId: string, fields: string[], to: number, reason: string): Promise<void> {
    await this.exemptions.grant(actor, { kind, nodeId, fields, to, ancestorId: actor.snapshot.root.id }, reason);
  }

  /** A change set handed in for approval. @returns its id */
  async handIn(actor: StaffActor, input: ChangeSetInput): Promise<string> {
    const id = await this.changeSets.create(actor, input);
    await this.changeSets.submit(actor, id, 1);
    return id;
  }

  async draftChange(actor: StaffActor, input: ChangeSetInput): Promise<void> {
    await this.changeSets.create(actor, input);
  }

  /** Approves a change set as it stands, having looked at it. */
  async approve(actor: StaffActor, id: string): Promise<void> {
    const [set, impact] = await Promise.all([this.changeLists.get(actor, id), this.changeLists.impact(actor, id)]);
    await this.applying.approve(actor, id, { contentHash: set?.contentHash ?? '', impactHash: impact?.impactHash ?? '' });
  }

  /** From now on, changes of a kind that reach more branches than this need an approval. */
  async approveOver(actor: StaffActor, kind: KindKey, branchesOver: number): Promise<void> {
    await this.approvals.set(actor, { kind, enabled: true, branchesOver, locks: false, costOver: null, version: 0 });
  }

  /** A version for some stores below a unit first. @returns the id of the rollout */
  async startRollout(actor: StaffActor, versionId: string, nodeId: string, units: string[], reason: string): Promise<string> {
    return (await this.rollouts.start(actor, { versionId, nodeId, cohort: { units } }, reason)).rolloutId;
  }

  /** The second step of a rollout. */
  async advanceRollout(actor: StaffActor, id: string, units: string[]): Promise<void> {
    await this.rollouts.advance(actor, id, { units }, 1);
  }

  async close(actor: StaffActor, asked: DaysToClose): Promise<void> {
    await this.closedDays.add(actor, asked, newId());
  }

  async resume(actor: StaffActor, nodeId: string, reason: string): Promise<void> {
    await this.suspensions.resume(actor, nodeId, reason);
  }
}
