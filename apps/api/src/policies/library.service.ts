import { nodeId } from '@headwater/org-tree';
import {
  checkDirectives,
  contentHash,
  normaliseDirectives,
  templates,
  type Directives,
  type KindKey,
  type Template,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../auth/actor.js';
import { authorize, may, targetAt } from '../auth/authorize.js';
import { BadInput, NotFound } from '../common/errors.js';
import { updateVersioned } from '../database/database.js';
import { DraftExists, EmptyVersion, PolicyNameTaken, VersionInUse, WrongVersionStatus } from './errors.js';
import { readNotes, readPolicyName, readReason } from './inputs.js';
import { holdsFrom } from './live.js';
import { loadPolicy, loadVersion, type LoadedVersion } from './load-library.js';
import { refuseStale } from './meanwhile.js';
import { nodeIn } from './naming.js';
import { Policy, PolicyVersion, type PolicyVersionStatus } from './policy.entity.js';
import { PolicyWriter, type PolicyWrite, type Written } from './policy-writer.service.js';
import { refuseAny } from './problems.js';

export interface NewPolicy {
  readonly kind: KindKey;
  readonly name: string;
  readonly description?: string | null;
  readonly ownerId: string;
  /** P19: the industry whose template the first draft is made of; without it there is no draft yet. */
  readonly template?: string | null;
}

export interface DraftContent {
  /** field → directive, as it came: checked here. */
  readonly directives: unknown;
  readonly notes?: string | null;
  readonly version: number;
}

/** @throws BadInput */
function templateOf({ kind, template }: Pick<NewPolicy, 'kind' | 'template'>): Template | null {
  if (template == null) return null;
  const ofKind = templates.filter((each) => each.kind === kind);
  const found = ofKind.find(({ industry }) => industry === template);
  if (!found)
    throw new BadInput(
      'template',
      'There is no such template of this kind.',
      ofKind.map(({ industry }) => industry),
    );
  return found;
}

/** Policies and their versions (P2): a version changes while it is a draft, and never after. */
@Injectable()
export class LibraryService {
  constructor(@Inject(PolicyWriter) private readonly writer: PolicyWriter) {}

  create(actor: Actor, given: NewPolicy): Promise<Written<Policy>> {
    const name = readPolicyName(given.name);
    const description = readReason('description', given.description) ?? '';
    const template = templateOf(given);
    return this.writer.run(actor, async (write) => {
      authorize(actor, 'policy.create', ownerTarget(write, given.ownerId));
      await refuseTakenName(write.tx, { ...given, name });
      const policy = {
        ...{ id: write.newId(), kind: given.kind, name, description, ownerNodeId: given.ownerId },
        ...{ createdBy: write.author.authorId, createdAt: write.now, version: 1 },
      };
      await write.insert(Policy, policy);
      await write.record('policy.create', { type: 'policy', id: policy.id }, given.ownerId, { kind: given.kind, name });
      if (template) {
        const draft = { ...draftOf(write, policy, 1, template.directives), notes: template.notes.zh };
        await write.insert(PolicyVersion, { ...draft, directives: draft.directives });
        await recordVersion(write, 'startDraft', policy, draft, { template: template.industry });
      }
      return { wrote: true, result: policy };
    });
  }

  /** A draft with the content of an earlier version: the given one, else the newest that was published, else nothing. */
  startDraft(actor: Actor, policyId: string, fromNumber: number | null): Promise<Written<PolicyVersion>> {
    return this.writer.run(actor, async (write) => {
      const policy = await loadPolicy(write.tx, policyId);
      authorize(actor, 'policyVersion.startDraft', policyTarget(write, policy));
      const versions = await write.tx.find(PolicyVersion, { where: { policyId }, order: { number: 'DESC' } });
      const draft = versions.find(({ status }) => status === 'draft');
      if (draft) throw new DraftExists(draft.number);
      const base = baseOf(versions, fromNumber);
      const version = draftOf(write, policy, (versions[0]?.number ?? 0) + 1, base?.directives ?? {});
      await write.insert(PolicyVersion, { ...version, directives: version.directives });
      await recordVersion(write, 'startDraft', policy, version, { basedOn: base?.number ?? null });
      return { wrote: true, result: version };
    });
  }

  saveDraft(actor: Actor, id: string, content: DraftContent): Promise<Written<PolicyVersion>> {
    return this.writer.run(actor, async (write) => {
      const { policy, version } = await this.open(write, id, 'policyVersion.saveDraft', ['draft'], content.version);
      refuseAny(write.state, checkDirectives(version.kind, content.directives), write.now);
      const directives = normaliseDirectives(version.kind, content.directives as Directives);
      const notes = content.notes == null ? version.notes : readNotes(content.notes);
      const hash = contentHash(directives);
      if (hash === version.contentHash && notes === version.notes) return { wrote: false, result: version };
      const patch = { directives, notes, contentHash: hash };
      const saved = { ...version, ...patch, version: await change(write, version, patch) };
      await recordVersion(write, 'saveDraft', policy, version, { contentHash: hash });
      return { wrote: true, result: saved };
    });
  }

  publish(actor: Actor, id: string, seen: number): Promise<Written<PolicyVersion>> {
    return this.writer.run(actor, async (write) => {
      const { policy, version } = await this.open(write, id, 'policyVersion.publish', ['draft'], seen);
      if (Object.keys(version.directives).length === 0) throw new EmptyVersion();
      const patch = { status: 'published' as const, publishedAt: write.now, epoch: write.epoch };
      const published = { ...version, ...patch, version: await change(write, version, patch) };
      await recordVersion(write, 'publish', policy, version, { contentHash: version.contentHash });
      return { wrote: true, result: published };
    });
  }

  /** It can still be assigned, with a warning. */
  deprecate(actor: Actor, id: string): Promise<Written<PolicyVersion>> {
    return this.end(actor, id, 'deprecate', ['published']);
  }

  /** Refused while it holds or is scheduled anywhere; it stays readable for ever. */
  retire(actor: Actor, id: string): Promise<Written<PolicyVersion>> {
    return this.end(actor, id, 'retire', ['published', 'deprecated']);
  }

  private end(
    actor: Actor,
    id: string,
    verb: 'deprecate' | 'retire',
    from: readonly PolicyVersionStatus[],
  ): Promise<Written<PolicyVersion>> {
    return this.writer.run(actor, async (write) => {
      const { policy, version } = await this.open(write, id, `policyVersion.${verb}`, from);
      if (verb === 'retire') refuseInUse(write, version.id);
      const status = verb === 'retire' ? ('retired' as const) : ('deprecated' as const);
      const ended = { ...version, status, version: await change(write, version, { status }) };
      await recordVersion(write, verb, policy, version);
      return { wrote: true, result: ended };
    });
  }

  private async open(
    write: PolicyWrite,
    id: string,
    permission: `policyVersion.${'saveDraft' | 'publish' | 'deprecate' | 'retire'}`,
    statuses: readonly PolicyVersionStatus[],
    seen?: number,
  ): Promise<LoadedVersion> {
    const loaded = await loadVersion(write.tx, id);
    authorize(write.actor, permission, policyTarget(write, loaded.policy));
    if (seen !== undefined) await refuseStale(write.tx, loaded.version, seen);
    if (!statuses.includes(loaded.version.status)) throw new WrongVersionStatus(loaded.version.status, statuses);
    return loaded;
  }
}

const ownerTarget = (write: PolicyWrite, ownerId: string) => targetAt(write.state.tree, ownerId);
const policyTarget = (write: PolicyWrite, { id, ownerNodeId }: Policy) => targetAt(write.state.tree, ownerNodeId, 'policy', id);

async function refuseTakenName(tx: EntityManager, { kind, name, ownerId }: NewPolicy): Promise<void> {
  if (await tx.existsBy(Policy, { kind, name, ownerNodeId: ownerId })) throw new PolicyNameTaken(name);
}

function baseOf(versions: readonly PolicyVersion[], fromNumber: number | null): PolicyVersion | undefined {
  if (fromNumber === null) return versions[0];
  const base = versions.find(({ number }) => number === fromNumber);
  if (!base) throw new NotFound('version', String(fromNumber));
  return base;
}

function draftOf(write: PolicyWrite, policy: Policy, number: number, directives: Directives): PolicyVersion {
  return {
    ...{ id: write.newId(), kind: policy.kind, policyId: policy.id, nodeId: null, number, status: 'draft', directives },
    ...{ notes: '', contentHash: contentHash(directives), ...write.author },
    ...{ createdAt: write.now, publishedAt: null, epoch: null, version: 1 },
  };
}

async function change(write: PolicyWrite, { id, version }: PolicyVersion, patch: Partial<PolicyVersion>): Promise<number> {
  const next = await updateVersioned(write.tx, PolicyVersion, { id, version }, patch, 'version');
  write.rows += 1;
  return next;
}

type VersionVerb = 'startDraft' | 'saveDraft' | 'publish' | 'deprecate' | 'retire';

const recordVersion = (write: PolicyWrite, verb: VersionVerb, policy: Policy, { id, number }: PolicyVersion, data = {}) =>
  write.record(`policyVersion.${verb}`, { type: 'policyVersion', id }, policy.ownerNodeId, {
    ...{ policyId: policy.id, policyName: policy.name, kind: policy.kind, number },
    ...data,
  });

function refuseInUse({ state, now, actor }: PolicyWrite, versionId: string): void {
  const uses = [...state.book.assignments.values()].filter(
    (row) =>
      row.versionId === versionId && holdsFrom(state.snapshot.factsOf(row.kind, nodeId(row.nodeId)), row.track, row.id, now),
  );
  if (uses.length === 0) return;
  const units = [...new Set(uses.map((row) => row.nodeId))];
  const seen = units.filter((unit) => may(actor, 'rules.read', targetAt(state.tree, unit)));
  const names = seen.slice(0, 5).map((unit) => ({ id: unit, name: nodeIn(state, unit).name }));
  throw new VersionInUse(units.length, names);
}
