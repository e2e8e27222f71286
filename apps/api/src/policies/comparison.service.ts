import {
  checkDirectives,
  documentDifferences,
  kinds,
  normaliseDirectives,
  stateOf,
  versionDifferences,
  type Difference,
  type Directives,
  type KindKey,
  type PolicyDocument,
} from '@headwater/policy';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../auth/actor.js';
import { authorize, targetAt } from '../auth/authorize.js';
import { Clock } from '../common/clock.js';
import { BadInput, NotFound } from '../common/errors.js';
import type { RuleDifferenceView, RulesPlaceInput, VersionDifferenceView, VersionPlaceInput } from './comparison.types.js';
import { LibraryViewService } from './library-view.service.js';
import { sourceOf } from './naming.js';
import { PolicyEngine, resolveIn } from './policy-engine.service.js';
import type { PolicyState } from './policy-state.js';
import { refuseAny } from './problems.js';

const named = ({ policyId, number }: VersionPlaceInput): string => `${policyId} ${String(number)}`;

/** What two units, two dates or two versions differ in (P2, P9), and what that means to a buyer. */
@Injectable()
export class ComparisonService {
  constructor(
    @Inject(PolicyEngine) private readonly engine: PolicyEngine,
    @Inject(LibraryViewService) private readonly library: LibraryViewService,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws NotFound, NodeArchived */
  async rules(actor: Actor, kind: KindKey | null, from: RulesPlaceInput, to: RulesPlaceInput): Promise<RuleDifferenceView[]> {
    const state = await this.engine.current();
    for (const { nodeId } of [from, to]) authorize(actor, 'rules.read', targetAt(state.tree, nodeId));
    const chosen = kinds.map(({ key }) => key).filter((key) => kind === null || key === kind);
    const differences = await Promise.all(chosen.map((key) => this.ofKind(state, key, from, to)));
    return differences.flat();
  }

  /** @throws NotFound, BadInput where they are of two kinds, RulesRefused where what is typed is wrong by itself */
  async versions(actor: Actor, from: VersionPlaceInput, to: VersionPlaceInput): Promise<VersionDifferenceView[]> {
    const [before, after] = await Promise.all([from, to].map((place) => this.said(actor, place)));
    if (!before || !after) throw new NotFound('version', named(before ? to : from));
    if (before.kind !== after.kind)
      throw new BadInput('to', 'Only versions of one kind can be compared.', { oneOf: [before.kind] });
    return versionDifferences(before.kind, before.directives, after.directives);
  }

  /** What a version says: of a draft that is being typed, that. */
  private async said(actor: Actor, { policyId, number, directives }: VersionPlaceInput) {
    const version = await this.library.version(actor, policyId, number);
    if (!version || directives == null) return version;
    refuseAny(await this.engine.current(), checkDirectives(version.kind, directives), this.clock.now());
    return { kind: version.kind, directives: normaliseDirectives(version.kind, directives as Directives) };
  }

  private async ofKind(state: PolicyState, kind: KindKey, from: RulesPlaceInput, to: RulesPlaceInput) {
    const [before, after] = await Promise.all([this.document(state, kind, from), this.document(state, kind, to)]);
    return documentDifferences(before, after).map((difference) => differenceView(state, { kind, difference, before, after }));
  }

  private async document(state: PolicyState, kind: KindKey, { nodeId, at }: RulesPlaceInput): Promise<PolicyDocument> {
    const now = this.clock.now();
    return resolveIn(await this.engine.snapshotAt(state, at ?? now, now), kind, nodeId, at ?? now);
  }
}

/** What changes at a unit at an instant, over today's organization. @throws NotFound, NodeArchived */
export function changesAt(state: PolicyState, kind: KindKey, unit: string, at: number): RuleDifferenceView[] {
  const [before, after] = [resolveIn(state.snapshot, kind, unit, at - 1), resolveIn(state.snapshot, kind, unit, at)];
  return documentDifferences(before, after).map((difference) => differenceView(state, { kind, difference, before, after }));
}

interface Compared {
  readonly kind: KindKey;
  readonly difference: Difference;
  readonly before: PolicyDocument;
  readonly after: PolicyDocument;
}

function differenceView(state: PolicyState, { kind, difference, before, after }: Compared): RuleDifferenceView {
  const setter = (document: PolicyDocument) => sourceOf(state, stateOf(document, difference.field)?.source?.assignmentId ?? null);
  return { kind, ...difference, beforeSource: setter(before), afterSource: setter(after) };
}
