import { useTranslate } from 'ra-core';
import type { RestockingFeeRow } from '../values';
import { useSharedColumns } from './columns';
import { ShareInput } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: RestockingFeeRow = { reasonClass: 'expectation', bps: 500 };

function useColumns(): readonly RowColumn<RestockingFeeRow>[] {
  const t = useTranslate();
  const { reasonClass } = useSharedColumns();
  return [
    reasonClass,
    {
      key: 'bps',
      head: t('rules.form.feeKept'),
      width: 120,
      cell: ({ row, change, look }) => <ShareInput {...look} value={row.bps} onChange={(bps) => change({ bps })} />,
    },
  ];
}

/** What is kept of the refund of a return, by reason. */
export function RestockingFeeEditor({ value, onChange, labelId }: EditorProps<readonly RestockingFeeRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRowsFee')} />;
}
