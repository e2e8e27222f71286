import type { NodeType } from '@headwater/org-tree';
import { registerEnumType } from '@nestjs/graphql';
import type { Ownership } from './org-node.entity.js';

/** GraphQL's enums of the organization; in code these are string-literal unions. */
export const NodeTypeEnum = {
  headquarters: 'headquarters',
  region: 'region',
  mall: 'mall',
  store: 'store',
  supplier: 'supplier',
  partner: 'partner',
} as const satisfies Record<NodeType, NodeType>;

export const OwnershipEnum = {
  direct: 'direct',
  jointVenture: 'jointVenture',
  licensed: 'licensed',
  franchise: 'franchise',
} as const satisfies Record<Ownership, Ownership>;

registerEnumType(NodeTypeEnum, { name: 'NodeType', description: 'O1.' });
registerEnumType(OwnershipEnum, { name: 'Ownership', description: 'O3: 直营, 合资, 授权, 加盟.' });
