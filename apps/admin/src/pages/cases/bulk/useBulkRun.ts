import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError } from '../../../providers/apiError';
import { apiKey } from '../../../providers/queryClient';
import { requestWith } from '../../../providers/request';
import { runBulkDocument, type BulkRow, type BulkVerb } from './documents';

/** As many as the API does in one request. */
const CHUNK = 50;

export interface BulkOutcome {
  readonly row: BulkRow;
  readonly outcome: 'done' | 'changed' | 'failed';
  readonly error: unknown;
}

const chunksOf = (rows: readonly BulkRow[]): BulkRow[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) => rows.slice(index * CHUNK, (index + 1) * CHUNK));

const refusalIn = (error: unknown): ApiError | null => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return new ApiError('', error as ConstructorParameters<typeof ApiError>[1]);
};

const outcomeOf = (word: string | undefined): BulkOutcome['outcome'] => (word === 'done' || word === 'changed' ? word : 'failed');

/** One request: what was not heard of counts as failed, and can be tried again, for the versions are those of the dry run. */
async function runChunk(verb: BulkVerb, rows: readonly BulkRow[], text: string | null): Promise<BulkOutcome[]> {
  try {
    const seen = rows.map(({ id, version }) => ({ id, version }));
    const { runBulk } = await requestWith(runBulkDocument, { verb, rows: seen, text });
    const byId = new Map(runBulk.map((each) => [each.id, each]));
    return rows.map((row) => {
      const found = byId.get(row.id);
      return { row, outcome: outcomeOf(found?.outcome), error: refusalIn(found?.error) };
    });
  } catch (error) {
    return rows.map((row) => ({ row, outcome: 'failed', error }));
  }
}

/** Runs what the dry run has frozen, request by request, and again only what failed. */
export function useBulkRun(verb: BulkVerb) {
  const client = useQueryClient();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, BulkOutcome>>(new Map());
  const [left, setLeft] = useState(0);
  const text = useRef<string | null>(null);
  const run = async (rows: readonly BulkRow[], said?: string) => {
    text.current = said ?? text.current;
    setLeft(rows.length);
    for (const chunk of chunksOf(rows)) {
      const answers = await runChunk(verb, chunk, text.current);
      setOutcomes((before) => new Map([...before, ...answers.map((each) => [each.row.id, each] as const)]));
      setLeft((before) => before - chunk.length);
    }
    await client.invalidateQueries({ queryKey: apiKey });
  };
  const all = [...outcomes.values()];
  const failed = all.filter(({ outcome }) => outcome === 'failed').map(({ row }) => row);
  return { all, left, run, retry: () => run(failed), canRetry: failed.length > 0 && left === 0 };
}
