import { afterSalesTemplates } from './after-sales-rules.js';
import { riskTemplates } from './risk-limits.js';
import { scriptTemplates } from './service-scripts.js';
import { subsidyTemplates } from './subsidy.js';
import type { Template } from './template.js';

/** P19: one of each kind for every industry. */
export const templates: readonly Template[] = [...subsidyTemplates, ...afterSalesTemplates, ...scriptTemplates, ...riskTemplates];
