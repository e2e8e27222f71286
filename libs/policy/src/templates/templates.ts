import { afterSalesTemplates } from './after-sales-rules.js';
import { subsidyTemplates } from './subsidy.js';
import type { Template } from './template.js';

/** P19: one of each kind for every industry. */
export const templates: readonly Template[] = [...subsidyTemplates, ...afterSalesTemplates];
