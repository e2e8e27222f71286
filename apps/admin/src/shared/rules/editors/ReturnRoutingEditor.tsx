import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import { returnRoutes, type ReturnRoutingRow } from '../values';
import { useSharedColumns } from './columns';
import { Yuan } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: ReturnRoutingRow = { amountFrom: Number.NaN, to: 'supplier' };

function useColumns(): readonly RowColumn<ReturnRoutingRow>[] {
  const { head, options } = useSharedColumns();
  return [
    {
      ...head('amountFrom', 120),
      cell: ({ row, change, look }) => (
        <Yuan {...look} value={row.amountFrom} onChange={(amountFrom) => change({ amountFrom })} />
      ),
    },
    {
      ...head('routeTo', 160),
      cell: ({ row, change, look }) => (
        <Choice {...look} value={row.to} options={options('route', returnRoutes)} onChange={(to) => change({ to })} />
      ),
    },
  ];
}

/** V3: where goods go that come back, by what they are worth. */
export function ReturnRoutingEditor({ value, onChange, labelId }: EditorProps<readonly ReturnRoutingRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRowsRoute')} />;
}
