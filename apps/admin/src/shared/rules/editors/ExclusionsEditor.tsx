import { useTranslate } from 'ra-core';
import { useLocalText } from '../../useLocalText';
import type { RuleField } from '../documents';
import type { ExclusionRow } from '../values';
import { Choice } from './Choice';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';
import { TypedInput } from './TypedInput';

const fresh: ExclusionRow = { category: '', ground: 'confirmed' };

function useColumns({ options }: RuleField): readonly RowColumn<ExclusionRow>[] {
  const t = useTranslate();
  const localText = useLocalText();
  return [
    {
      key: 'category',
      head: t('rules.form.category'),
      width: 120,
      cell: ({ row, change, look }) => (
        <TypedInput
          {...look}
          value={row.category}
          onChange={(category) => change({ category })}
          parse={(text) => text.trim()}
          show={(word) => word}
          numeric={false}
        />
      ),
    },
    {
      key: 'ground',
      head: t('rules.form.ground'),
      width: 240,
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
