import { registerEnumType } from '@nestjs/graphql';

export const CostDimensionEnum = {
  store: 'store',
  month: 'month',
  bearer: 'bearer',
  component: 'component',
  reason: 'reason',
  carrier: 'carrier',
} as const;
export type CostDimension = keyof typeof CostDimensionEnum;

export const costDimensions = Object.keys(CostDimensionEnum) as CostDimension[];

export const OrganisedEnum = { then: 'then', now: 'now' } as const;
export type Organised = keyof typeof OrganisedEnum;

registerEnumType(OrganisedEnum, {
  name: 'Organised',
  description: 'Under which units a store counts: those of the time of posting, or those of today.',
});
registerEnumType(CostDimensionEnum, { name: 'CostDimension', description: 'What a cost report groups by.' });
