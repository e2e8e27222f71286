import type { CaseAction, CaseVerb } from '@headwater/after-sales';
import { registerEnumType } from '@nestjs/graphql';
import { requireText } from '../read-args.js';

/** The steps that need nothing typed for each case by itself: what they ask for is the same for all of them. */
export const BulkVerbEnum = {
  approve: 'approve',
  reject: 'reject',
  askInfo: 'askInfo',
  receive: 'receive',
  retryPayout: 'retryPayout',
} as const;
export type BulkVerb = keyof typeof BulkVerbEnum;

registerEnumType(BulkVerbEnum, { name: 'BulkVerb', description: 'A17: what can be done to many cases at once.' });

/** What the lifecycle calls it. */
export const lifecycleVerb = (verb: BulkVerb): CaseVerb => (verb === 'retryPayout' ? 'retry' : verb);

/** The step of each case, the same as by its own mutation. @throws BadInput where a text is missing */
export function bulkAction(verb: BulkVerb, text: string): CaseAction {
  if (verb === 'retryPayout') return { verb: 'retry' };
  if (verb === 'approve' || verb === 'receive') return { verb };
  requireText('text', text);
  return verb === 'reject' ? { verb, reason: text } : { verb, question: text };
}
