import { useState } from 'react';
import { useApiMutation } from '../../../providers/hooks';
import { useGo } from '../../../shared/scope';
import { useNotice } from '../../../shared/useNotice';
import { startCaseJobDocument, type BulkRow, type BulkVerb } from './documents';

/** Begins a job of what the dry run has frozen, and goes to look at it; asked twice, it begins one. */
export function useBulkJob(verb: BulkVerb) {
  const go = useGo();
  const notice = useNotice();
  const [key] = useState(() => crypto.randomUUID());
  const { mutateAsync, isPending } = useApiMutation(startCaseJobDocument);
  const start = async (rows: readonly BulkRow[], text?: string) => {
    const seen = rows.map(({ id, version }) => ({ id, version }));
    try {
      const { startCaseJob } = await mutateAsync({ input: { verb, rows: seen, text: text ?? null, key } });
      go(`/jobs/${startCaseJob.id}`);
    } catch (error) {
      notice.failed(error);
    }
  };
  return { start, isStarting: isPending };
}
