import { useTranslate } from 'ra-core';
import type { CategoryWindowsRow } from '../values';
import { useSharedColumns } from './columns';
import { OptionalDays } from './numbers';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: CategoryWindowsRow = { category: '', noReasonDays: null, selfServiceDays: null, qualityDays: null };

const windows = ['noReasonDays', 'selfServiceDays', 'qualityDays'] as const;

function useColumns(): readonly RowColumn<CategoryWindowsRow>[] {
  const t = useTranslate();
  const { category } = useSharedColumns();
  return [
    category,
    ...windows.map((key): RowColumn<CategoryWindowsRow> => ({
      key,
      head: t('rules.form.inDays', { name: t(`rules.form.${key}`) }),
      width: 112,
      cell: ({ row, change, look }) => (
        <OptionalDays
          {...look}
          placeholder={t('rules.form.asOthers')}
          value={row[key]}
          onChange={(days) => change({ [key]: days })}
        />
      ),
    })),
  ];
}

/** Categories with windows of their own. */
export function CategoryWindowsEditor({ value, onChange, labelId }: EditorProps<readonly CategoryWindowsRow[]>) {
  const t = useTranslate();
  const columns = useColumns();
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRowsWindows')} />;
}
