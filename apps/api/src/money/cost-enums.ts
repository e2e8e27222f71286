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

registerEnumType(CostDimensionEnum, { name: 'CostDimension', description: 'What a cost report groups by.' });
