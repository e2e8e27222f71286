import type { KindKey, Track } from '@headwater/policy';
import { registerEnumType } from '@nestjs/graphql';
import type { PolicyVersionStatus } from './policy.entity.js';

/** GraphQL's enums of policy; in code these are string-literal unions. */
export const PolicyKindKeyEnum = {
  returnShippingSubsidy: 'returnShippingSubsidy',
  afterSalesRules: 'afterSalesRules',
  serviceScripts: 'serviceScripts',
  riskLimits: 'riskLimits',
} as const satisfies Record<KindKey, KindKey>;

export const TrackEnum = { library: 'library', own: 'own' } as const satisfies Record<Track, Track>;

export const VersionStatusEnum = {
  draft: 'draft',
  published: 'published',
  deprecated: 'deprecated',
  retired: 'retired',
} as const satisfies Record<PolicyVersionStatus, PolicyVersionStatus>;

export const RuleValueStateEnum = {
  inherited: 'inherited',
  customised: 'customised',
  locked: 'locked',
  bounded: 'bounded',
  adjusted: 'adjusted',
  exempt: 'exempt',
  default: 'default',
} as const;
export type RuleValueState = keyof typeof RuleValueStateEnum;

registerEnumType(PolicyKindKeyEnum, { name: 'PolicyKindKey', description: 'P1.' });
registerEnumType(TrackEnum, {
  name: 'Track',
  description: "A unit's two tracks: the shared version given to it, and its own changes over it.",
});
registerEnumType(VersionStatusEnum, { name: 'VersionStatus' });
registerEnumType(RuleValueStateEnum, { name: 'RuleValueState' });
