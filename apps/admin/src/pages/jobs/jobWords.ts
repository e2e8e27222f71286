import { useTranslate } from 'ra-core';
import type { Job } from './documents';

/** What a job does, in a word: an action on branches, or a step on cases. */
export function useJobName(): (job: Pick<Job, 'action' | 'step'>) => string {
  const t = useTranslate();
  return ({ action, step }) => t(step === null ? `jobs.action.${action}` : `cases.bulk.verb.${step}`);
}
