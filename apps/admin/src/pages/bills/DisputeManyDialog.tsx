import { useQueryClient } from '@tanstack/react-query';
import { useTranslate } from 'ra-core';
import { apiKey } from '../../providers/queryClient';
import type { ResultOf } from '../../providers/graphql';
import { requestWith } from '../../providers/request';
import { ActionDialog } from '../../shared/dialog';
import { useNotice } from '../../shared/useNotice';
import { disputeBillLinesDocument, type Bill, type BillLine } from './documents';

/** As many lines as one request takes. */
const AT_ONCE = 100;

/** A line that stays as it is, and the code of why. */
export interface Undisputed {
  readonly line: BillLine;
  readonly code: string;
}

interface DisputeManyDialogProps {
  readonly bill: Bill;
  readonly lines: readonly BillLine[];
  readonly onClose: () => void;
  readonly onDone: (left: readonly Undisputed[]) => void;
}

type Results = ResultOf<typeof disputeBillLinesDocument>['disputeBillLines'];

/** The chosen lines, contested for one reason, batch after batch; what was disputed before a failure stays so. */
export function DisputeManyDialog({ bill, lines, onClose, onDone }: DisputeManyDialogProps) {
  const t = useTranslate();
  const { done } = useNotice();
  const client = useQueryClient();
  const count = lines.length;
  const confirm = async (reason: string) => {
    const results: Results[number][] = [];
    try {
      for (let at = 0; at < lines.length; at += AT_ONCE) {
        const seen = lines.slice(at, at + AT_ONCE).map(({ id, version }) => ({ id, version }));
        const answer = await requestWith(disputeBillLinesDocument, { input: { billId: bill.id, lines: seen, reason } });
        results.push(...answer.disputeBillLines);
      }
    } finally {
      await client.invalidateQueries({ queryKey: apiKey });
    }
    const codes = new Map(results.map(({ id, code }) => [id, code]));
    const left = lines.flatMap((line) => {
      const code = codes.get(line.id) ?? null;
      return code === null ? [] : [{ line, code }];
    });
    done(t('bills.many.done', { n: lines.length - left.length }));
    onDone(left);
  };
  return (
    <ActionDialog
      open
      onClose={onClose}
      title={t('bills.many.title', { n: count })}
      effect={t(`bills.of.${bill.kind}.disputeEffect`)}
      confirm={t('bills.many.confirm', { n: count })}
      reason={{ label: t('bills.disputeReason'), required: true, maxLength: 300 }}
      onConfirm={confirm}
    />
  );
}
