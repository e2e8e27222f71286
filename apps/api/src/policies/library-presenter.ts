import { nodeId } from '@headwater/org-tree';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { liveAt } from './live.js';
import { assignmentView, nodeIn } from './naming.js';
import type { Policy, PolicyAssignment, PolicyVersion, PolicyVersionStatus } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';
import type { PolicyVersionView, PolicyView } from './policy.types.js';

type VersionVerb = `policyVersion.${'saveDraft' | 'publish' | 'deprecate' | 'retire'}` | 'policy.assign';

const verbsOf: Readonly<Record<PolicyVersionStatus, readonly VersionVerb[]>> = {
  draft: ['policyVersion.saveDraft', 'policyVersion.publish'],
  published: ['policy.assign', 'policyVersion.deprecate', 'policyVersion.retire'],
  deprecated: ['policy.assign', 'policyVersion.retire'],
  retired: [],
};

/** Policies and versions as one viewer sees them at one moment. */
export class LibraryPresenter {
  private readonly assignmentsByVersion = new Map<string, PolicyAssignment[]>();

  constructor(
    private readonly actor: Actor,
    private readonly state: PolicyState,
    private readonly now: number,
  ) {
    for (const row of state.book.assignments.values()) {
      if (row.versionId === null || row.track !== 'library') continue;
      const held = this.assignmentsByVersion.get(row.versionId);
      if (held) held.push(row);
      else this.assignmentsByVersion.set(row.versionId, [row]);
    }
  }

  /** @param versions of this policy, the newest first */
  policy(policy: Policy, versions: readonly PolicyVersion[]): PolicyView {
    const views = versions.map((version) => this.version(policy, version));
    const draft = views.find(({ status }) => status === 'draft') ?? null;
    const live = versions.filter(({ id }) => this.holders(id).length > 0);
    const { id, kind, name, description, version } = policy;
    return {
      ...{ id, kind, name, description, version, versions: views, draft },
      owner: nodeIn(this.state, policy.ownerNodeId),
      liveVersion: live[0]?.number ?? null,
      usedAt: new Set(live.flatMap((each) => this.holders(each.id))).size,
      allowedActions: !draft && this.may('policyVersion.startDraft', policy) ? ['policyVersion.startDraft'] : [],
    };
  }

  version(policy: Policy, row: PolicyVersion): PolicyVersionView {
    const { id, kind, number, status, directives, notes, contentHash, authorName, createdAt, publishedAt, version } = row;
    return {
      ...{ id, kind, number, status, directives, notes, contentHash, authorName, createdAt, publishedAt, version },
      policyId: policy.id,
      policyName: policy.name,
      assignments: this.assignmentsOf(id).map((assignment) => assignmentView(this.state, assignment, this.now)),
      allowedActions: verbsOf[status].filter((verb) => this.may(verb, policy)),
    };
  }

  /** The latest first, where the viewer reaches. */
  private assignmentsOf(versionId: string): PolicyAssignment[] {
    const rows = this.assignmentsByVersion.get(versionId) ?? [];
    return rows.filter((row) => this.reaches(row.nodeId)).sort((a, b) => b.recordedFrom - a.recordedFrom);
  }

  /** Units where the version holds now, where the viewer reaches. */
  private holders(versionId: string): string[] {
    return this.assignmentsOf(versionId)
      .filter(({ id, kind, nodeId: unit, track }) => {
        const live = liveAt(this.state.snapshot.factsOf(kind, nodeId(unit)), track, this.now);
        return live?.assignment.id === id;
      })
      .map((row) => row.nodeId);
  }

  private reaches(unit: string): boolean {
    return may(this.actor, 'rules.read', targetAt(this.state.tree, unit));
  }

  private may(permission: VersionVerb | 'policyVersion.startDraft', { ownerNodeId }: Policy): boolean {
    return may(this.actor, permission, targetAt(this.state.tree, ownerNodeId));
  }
}
