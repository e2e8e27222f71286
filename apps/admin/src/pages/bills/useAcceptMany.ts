import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { apiKey } from '../../providers/queryClient';
import type { ResultOf } from '../../providers/graphql';
import { requestWith } from '../../providers/request';
import { useNotice } from '../../shared/useNotice';
import { acceptBillLinesDocument, type Bill, type Outcome } from './documents';
import { useSigned } from './useSigned';

interface Stated {
  readonly billId: string;
  readonly outcome: Outcome;
  readonly tolerance: number;
  readonly lines: number;
  readonly difference: number;
}

/** Accepts batch after batch until all that was stated is decided; what was accepted before a failure stays so. */
export function useAcceptMany({ currency }: Pick<Bill, 'currency'>) {
  const t = useTranslate();
  const signed = useSigned();
  const { done } = useNotice();
  const client = useQueryClient();
  const [accepted, setAccepted] = useState(0);
  const run = async (stated: Stated): Promise<void> => {
    const sum = { accepted: 0, difference: 0, moved: 0 };
    try {
      for (let next: (Stated & { after?: number }) | null = stated; next !== null;) {
        const answer: ResultOf<typeof acceptBillLinesDocument> = await requestWith(acceptBillLinesDocument, { input: next });
        const batch = answer.acceptBillLines;
        sum.accepted += batch.accepted;
        sum.difference += batch.difference;
        sum.moved += batch.moved;
        setAccepted(sum.accepted);
        next = batch.next && { ...stated, ...batch.next };
      }
    } finally {
      await client.invalidateQueries({ queryKey: apiKey });
    }
    const told = t('bills.bulk.done', { n: sum.accepted, sum: signed(sum.difference, currency) });
    done(sum.moved > 0 ? `${told} ${t('bills.bulk.moved', { n: sum.moved })}` : told);
  };
  return { accepted, run };
}
