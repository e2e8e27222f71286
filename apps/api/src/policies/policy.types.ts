import type { Directives, KindKey, Track } from '@headwater/policy';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Instant, Json } from '../common/scalars.js';
import { NodeRefView, OrgNodeView } from '../tree/org-node.view.js';
import { PolicyKindKeyEnum, TrackEnum, VersionStatusEnum } from './enums.js';
import type { PolicyVersionStatus } from './policy.entity.js';

@ObjectType('Assignment', { description: 'A version, or nothing, at a unit for a time.' })
export class AssignmentView {
  /** Who approved it is the change set's to say. */
  changeSetId: string | null;
  @Field(() => ID) id: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => NodeRefView) node: NodeRefView;
  @Field(() => TrackEnum) track: Track;
  @Field(() => ID, { nullable: true, description: 'Null: back to inherit.' }) versionId: string | null;
  @Field(() => Int, { nullable: true }) versionNumber: number | null;
  @Field(() => String, { nullable: true }) policyName: string | null;
  @Field(() => Instant) from: number;
  @Field(() => Instant, { nullable: true }) to: number | null;
  @Field() cancelled: boolean;
  @Field({ description: 'It is what holds there now; another may cover it though its time has come.' }) holds: boolean;
  @Field({ description: 'Back-dated.' }) correction: boolean;
  @Field(() => ID, { nullable: true, description: 'P11: the rollout whose pilot this is.' }) rolloutId: string | null;
  @Field() authorName: string;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType('AssignmentPage')
export class AssignmentPageView {
  @Field(() => [AssignmentView]) items: AssignmentView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}

@ObjectType('PolicyVersion')
export class PolicyVersionView {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true, description: "Null for a unit's own version." }) policyId: string | null;
  @Field(() => String, { nullable: true }) policyName: string | null;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field(() => Int) number: number;
  @Field(() => VersionStatusEnum) status: PolicyVersionStatus;
  @Field(() => Json, { description: 'field → { set?: value, reset?: true, lock?: true, guard?: { min, max } | { allowed } }' })
  directives: Directives;
  @Field() notes: string;
  @Field() contentHash: string;
  @Field() authorName: string;
  @Field(() => Instant) createdAt: number;
  @Field(() => Instant, { nullable: true }) publishedAt: number | null;
  @Field(() => Int, { description: 'Row version of a draft, for optimistic saving.' }) version: number;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType('Policy', { description: 'A named line of versions in a library (P2).' })
export class PolicyView {
  @Field(() => ID) id: string;
  @Field(() => PolicyKindKeyEnum) kind: KindKey;
  @Field() name: string;
  @Field() description: string;
  @Field(() => OrgNodeView) owner: OrgNodeView;
  @Field(() => [PolicyVersionView], { description: 'The newest first.' }) versions: PolicyVersionView[];
  @Field(() => Int, { nullable: true, description: 'The highest version that holds somewhere now.' }) liveVersion: number | null;
  @Field(() => PolicyVersionView, { nullable: true }) draft: PolicyVersionView | null;
  @Field(() => Int, { description: 'Units at which one of its versions holds now, as far as the viewer reaches.' })
  usedAt: number;
  @Field(() => Int, { description: 'P11: branches that live pilots of its versions name, as far as the viewer reaches.' })
  inPilot: number;
  @Field(() => Int, { description: 'Assignments of its versions that begin later, as far as the viewer reaches.' })
  scheduled: number;
  @Field(() => AssignmentView, { nullable: true, description: 'The soonest of them.' }) nextScheduled: AssignmentView | null;
  @Field(() => Int) version: number;
  @Field(() => [String]) allowedActions: string[];
}

@ObjectType('PolicyPage')
export class PolicyPageView {
  @Field(() => [PolicyView]) items: PolicyView[];
  @Field(() => String, { nullable: true }) nextCursor: string | null;
  @Field(() => Int) total: number;
}
