import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { Sheet } from '../page';
import { useLocalText } from '../useLocalText';
import type { RuleField, RuleKind } from './documents';
import { FieldRows } from './RowFrame';

const Stack = styled('div')({ display: 'grid', gap: 16 });

interface FieldGroupsProps {
  readonly kind: RuleKind;
  /** Only these fields; a group without any is left out. */
  readonly only?: ReadonlySet<string>;
  readonly children: (field: RuleField, place: { readonly first: boolean; readonly last: boolean }) => ReactNode;
}

/** A kind's fields in the schema's groups, a sheet each. */
export function FieldGroups({ kind, only, children }: FieldGroupsProps) {
  const localText = useLocalText();
  const shown = kind.fields.filter((field) => only?.has(field.key) ?? true);
  const groups = [...new Set(shown.map((field) => field.group))];
  return (
    <Stack>
      {groups.map((group) => {
        const fields = shown.filter((field) => field.group === group);
        return (
          <Sheet key={group} title={fields[0] ? localText(fields[0].groupLabel) : group} flush>
            <FieldRows>
              {fields.map((field, index) => children(field, { first: index === 0, last: index === fields.length - 1 }))}
            </FieldRows>
          </Sheet>
        );
      })}
    </Stack>
  );
}
