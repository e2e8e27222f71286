import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import { reasonClasses, riskLevels, type AutoApproveRow } from '../values';
import { useSharedColumns } from './columns';
import { ManyOrAny } from './ManyOrAny';
import { Yuan } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: AutoApproveRow = { amountUpTo: Number.NaN, reasonClasses: null, riskUpTo: 'normal' };

function useColumns(): readonly RowColumn<AutoApproveRow>[] {
  const t = useTranslate();
  const { head, options } = useSharedColumns();
  return [
    {
      ...head('amountUpTo', 104),
      cell: ({ row, change, look }) => (
        <Yuan {...look} value={row.amountUpTo} onChange={(amountUpTo) => change({ amountUpTo })} />
      ),
    },
    {
      ...head('reasonClass', 160),
      cell: ({ row, change, look }) => (
        <ManyOrAny
          {...look}
          value={row.reasonClasses}
          options={options('reasonClass', reasonClasses)}
          any={t('rules.word.anyReason')}
          onChange={(chosen) => change({ reasonClasses: chosen })}
        />
      ),
    },
    {
      ...head('riskUpTo', 120),
      cell: ({ row, change, look }) => (
        <Choice
          {...look}
          value={row.riskUpTo}
          options={options('risk', riskLevels)}
          onChange={(riskUpTo) => change({ riskUpTo })}
        />
      ),
    },
  ];
}

/** A7: which applications are approved by rule, by amount, reason and the buyer's risk. */
export function AutoApproveEditor({ value, onChange, labelId }: EditorProps<readonly AutoApproveRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRowsApprove')} />;
}
