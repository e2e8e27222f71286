import { useTranslate } from 'ra-core';
import { Choice } from '../../fields';
import { useLocalText } from '../../useLocalText';
import type { RuleField } from '../documents';
import type { ExclusionRow } from '../values';
import { useSharedColumns } from './columns';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: ExclusionRow = { category: '', ground: 'confirmed' };

function useColumns({ options }: RuleField): readonly RowColumn<ExclusionRow>[] {
  const localText = useLocalText();
  const { head, category } = useSharedColumns();
  return [
    category,
    {
      ...head('ground', 240),
      cell: ({ row, change, look }) => (
        <Choice
          {...look}
          value={row.ground}
          options={(options ?? []).map((option) => [option.value, localText(option.label)] as const)}
          onChange={(ground) => change({ ground })}
        />
      ),
    },
  ];
}

/** Categories without the no-reason right, and why. */
export function ExclusionsEditor({ field, value, onChange, labelId }: EditorProps<readonly ExclusionRow[]>) {
  const t = useTranslate();
  const columns = useColumns(field);
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} none={t('rules.form.noRowsExcluded')} />;
}
