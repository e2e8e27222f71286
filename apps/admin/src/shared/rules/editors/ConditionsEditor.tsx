import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import type { InputLook } from '../../fields';
import { useLocalText } from '../../useLocalText';
import type { RuleField } from '../documents';
import type { ConditionsRow } from '../values';
import { useSharedColumns } from './columns';
import type { EditorProps } from './props';
import { Rows, type RowColumn } from './Rows';

const fresh: ConditionsRow = { category: null, items: [] };

/** Each item once; what was typed as the name of an item that the product knows is that item. */
function itemsOf(words: readonly string[], named: ReadonlyMap<string, string>): readonly string[] {
  const items = words.map((word) => word.trim()).filter((word) => word !== '');
  return [...new Set(items.map((item) => named.get(item) ?? item))];
}

interface ItemsInputProps extends InputLook {
  readonly field: RuleField;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
}

/** Items to choose, or to write; what was written counts as soon as the input is left. */
function ItemsInput({ field, items, onChange, label, ariaLabel, width = 200 }: ItemsInputProps) {
  const localText = useLocalText();
  const t = useTranslate();
  const options = field.options ?? [];
  const labels = new Map(options.map((option) => [option.value, localText(option.label)]));
  const named = new Map(options.flatMap(({ value, label: { zh, en } }) => [[zh, value] as const, [en, value] as const]));
  return (
    <Autocomplete<string, true, false, true>
      multiple
      freeSolo
      autoSelect
      disableClearable={false}
      size="small"
      options={options.map(({ value }) => value)}
      value={[...items]}
      getOptionLabel={(item) => labels.get(item) ?? item}
      filterSelectedOptions
      onChange={(_event, words) => onChange(itemsOf(words, named))}
      sx={{ width }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={items.length === 0 ? t('rules.form.itemsHint') : undefined}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': ariaLabel },
          }}
        />
      )}
    />
  );
}

function useColumns(field: RuleField): readonly RowColumn<ConditionsRow>[] {
  const { head, anyCategory } = useSharedColumns();
  return [
    anyCategory(120),
    {
      ...head('items', 280),
      cell: ({ row, change, look }) => (
        <ItemsInput {...look} field={field} items={row.items} onChange={(items) => change({ items })} />
      ),
    },
  ];
}

/** What goods that come back are inspected for, by category. */
export function ConditionsEditor({ field, value, onChange, labelId }: EditorProps<readonly ConditionsRow[]>) {
  const columns = useColumns(field);
  return <Rows rows={value} {...{ onChange, columns, fresh, labelId }} />;
}
