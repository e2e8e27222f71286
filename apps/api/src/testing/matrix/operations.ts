import type { Operation } from './operation.js';
import { acknowledgements } from './operations/acknowledgements.js';
import { cases } from './operations/cases.js';
import { home } from './operations/home.js';
import { money } from './operations/money.js';
import { orders } from './operations/orders.js';
import { organization } from './operations/organization.js';
import { people } from './operations/people.js';
import { rules } from './operations/rules.js';

/** Everything that reads; `every-operation.spec.ts` fails where a query or a file of the API is missing. */
export const operations: readonly Operation[] = [
  ...organization,
  ...people,
  ...rules,
  ...acknowledgements,
  ...orders,
  ...cases,
  ...money,
  ...home,
];
