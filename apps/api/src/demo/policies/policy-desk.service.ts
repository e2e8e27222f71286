import type { Directives, KindKey } from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { StaffActor } from '../../auth/actor.js';
import { AssignmentService } from '../../policies/assignment.service.js';
import { CoverageService } from '../../policies/coverage.service.js';
import { ExemptionService } from '../../policies/exemption.service.js';
import { LibraryService } from '../../policies/library.service.js';
import { OwnRulesService } from '../../policies/own-rules.service.js';
import { ownVersionOf } from '../../policies/own-track.js';
import { PolicyEngine } from '../../policies/policy-engine.service.js';
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
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
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
    await this.suspensions.suspend(actor, nodeId, reason, until);
  }

  /** Frees fields of a unit from HQ's lock and bounds. */
  async exempt(actor: StaffActor, kind: KindKey, nodeId: string, fields: string[], to: number, reason: string): Promise<void> {
    await this.exemptions.grant(actor, { kind, nodeId, fields, to, ancestorId: actor.snapshot.root.id }, reason);
  }

  async resume(actor: StaffActor, nodeId: string, reason: string): Promise<void> {
    await this.suspensions.resume(actor, nodeId, reason);
  }
}
