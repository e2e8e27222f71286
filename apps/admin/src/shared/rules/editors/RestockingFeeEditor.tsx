import { useTranslate } from 'ra-core';
import { reasonClasses, type RestockingFeeRow } from '../values';
import { Choice } from './Choice';
import { ShareInput } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: RestockingFeeRow = { reasonClass: 'expectation', bps: 500 };

function useColumns(): readonly RowColumn<RestockingFeeRow>[] {
  const t = useTranslate();
  return [
    {
      key: 'reasonClass',
      head: t('rules.form.reasonClass'),
      width: 144,
      cell: ({ row, change, look }) => (
        <Choice
          {...look}
          value={row.reasonClass}
          options={reasonClasses.map((each) => [each, t(`rules.word.reasonClass.${each}`)] as const)}
          onChange={(reasonClass) => change({ reasonClass })}
        />
      ),
    },
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
