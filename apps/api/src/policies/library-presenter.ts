import { nodeId } from '@headwater/org-tree';
import type { Actor } from '../auth/actor.js';
import { may, targetAt } from '../auth/authorize.js';
import { pageOf, type PageInput } from '../common/pagination.js';
import { useOfVersion } from './library-use.js';
import { assignmentView, nodeIn } from './naming.js';
import type { Policy, PolicyAssignment, PolicyVersion, PolicyVersionStatus } from './policy.entity.js';
import type { PolicyState } from './policy-state.js';
import type { AssignmentPageView, PolicyVersionView, PolicyView } from './policy.types.js';

type VersionVerb = `policyVersion.${'saveDraft' | 'publish' | 'deprecate' | 'retire'}` | 'policy.assign';

const verbsOf: Readonly<Record<PolicyVersionStatus, readonly VersionVerb[]>> = {
  draft: ['policyVersion.saveDraft', 'policyVersion.publish'],
  published: ['policy.assign', 'policyVersion.deprecate', 'policyVersion.retire'],
  deprecated: ['policy.assign', 'policyVersion.retire'],
  retired: [],
};

/** Beyond every instant that is recorded. */
const LAST = 1e15;

/** Of a row's place in the list: where it stands, then how late it begins, as a text that sorts. */
function placeOf({ validFrom, validTo, recordedTo }: PolicyAssignment, holds: boolean, now: number): string {
  const rank = recordedTo !== null ? 4 : validFrom > now ? 1 : validTo !== null && validTo <= now ? 3 : holds ? 0 : 2;
  return `${String(rank)} ${String(LAST - validFrom).padStart(16, '0')}`;
}

/** Policies and versions as one viewer sees them at one moment. */
export class LibraryPresenter {
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly actor: Actor,
    private readonly state: PolicyState,
    private readonly now: number,
  ) {}

  /** @param versions of this policy, the newest first */
  policy(policy: Policy, versions: readonly PolicyVersion[]): PolicyView {
    const views = versions.map((version) => this.version(policy, version));
    const draft = views.find(({ status }) => status === 'draft') ?? null;
    const live = versions.filter(({ id }) => this.holding(id).length > 0);
    const scheduled = versions.flatMap(({ id }) => this.scheduled(id)).sort((a, b) => a.validFrom - b.validFrom);
    const { id, kind, name, description, version } = policy;
    return {
      ...{ id, kind, name, description, version, versions: views, draft },
      owner: nodeIn(this.state, policy.ownerNodeId),
      liveVersion: live[0]?.number ?? null,
      inPilot: this.branchesAt(versions.flatMap((each) => this.pilotRoots(each.id))),
      usedAt: new Set(live.flatMap((each) => this.holding(each.id)).map((row) => row.nodeId)).size,
      scheduled: scheduled.length,
      nextScheduled: scheduled[0] ? assignmentView(this.state, scheduled[0], this.now) : null,
      allowedActions: !draft && this.may('policyVersion.startDraft', policy) ? ['policyVersion.startDraft'] : [],
    };
  }

  version(policy: Policy, row: PolicyVersion): PolicyVersionView {
    const { id, kind, number, status, directives, notes, contentHash, authorName, createdAt, publishedAt, version } = row;
    return {
      ...{ id, kind, number, status, directives, notes, contentHash, authorName, createdAt, publishedAt, version },
      policyId: policy.id,
      policyName: policy.name,
      allowedActions: verbsOf[status].filter((verb) => this.may(verb, policy)),
    };
  }

  /** Where versions are, will be and were; what holds comes first, what is over last, within each the latest first. */
  assignments(versions: readonly PolicyVersion[], page?: PageInput | null): AssignmentPageView {
    const rows = versions.flatMap(({ id }) => this.use(id).assignments).filter(this.reaches);
    const holding = new Set(versions.flatMap(({ id }) => this.use(id).holding));
    const cursorOf = (row: PolicyAssignment) => ({ key: placeOf(row, holding.has(row), this.now), id: row.id });
    const { items, ...rest } = pageOf(rows, page, cursorOf);
    return { items: items.map((row) => assignmentView(this.state, row, this.now)), ...rest };
  }

  /** A pilot is not yet what its unit has. */
  private holding = (versionId: string) => this.use(versionId).holding.filter((row) => row.cohort === null && this.reaches(row));

  /** P11: the units that live pilots of the version name, where the viewer reaches. */
  private pilotRoots(versionId: string): string[] {
    const roots = this.use(versionId).holding.flatMap(({ cohort }) => cohort ?? []);
    return roots.filter((root) => this.reachesUnit(root));
  }

  /** Branches at and below any of the units, each counted once. */
  private branchesAt(units: readonly string[]): number {
    const roots = new Set(units);
    const { tree } = this.state;
    const isBelowAnother = (root: string) => tree.pathOf(nodeId(root)).some((id) => id !== root && roots.has(id));
    return [...roots].reduce((sum, root) => (isBelowAnother(root) ? sum : sum + tree.branchCount(root)), 0);
  }

  private scheduled = (versionId: string) => this.use(versionId).scheduled.filter(this.reaches);

  private use = (versionId: string) => useOfVersion(this.state, versionId, this.now);

  /** Units are met again and again, policy by policy. */
  private reachesUnit(unit: string): boolean {
    const held = this.known.get(unit) ?? may(this.actor, 'rules.read', targetAt(this.state.tree, unit));
    this.known.set(unit, held);
    return held;
  }

  private readonly reaches = ({ nodeId: unit }: PolicyAssignment): boolean => this.reachesUnit(unit);

  private may(permission: VersionVerb | 'policyVersion.startDraft', { ownerNodeId }: Policy): boolean {
    return may(this.actor, permission, targetAt(this.state.tree, ownerNodeId));
  }
}
