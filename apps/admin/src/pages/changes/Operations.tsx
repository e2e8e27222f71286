import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { inputOf, type ChangeOperation } from '../../shared/changeSet';
import { DifferenceGroups, DirectiveChange } from '../../shared/difference';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { fieldIn, sameValue, useFieldLabel, useKinds, useRuleText } from '../../shared/rules';
import type { ChangeSet } from './documents';
import { groupsOf, type Group } from './groups';
import { RemoveDialog } from './RemoveDialog';
import { useOperationTitle } from './useOperationTitle';

const Said = styled('div')({ marginTop: 12 });

function Difference({ group, each }: { group: Group; each: ChangeOperation['differences'][number] }) {
  const [{ operation }] = group;
  const field = fieldIn(useKinds().data ?? [], each.field, operation.kind ?? undefined);
  return field && <DirectiveChange field={field} before={sameBefore(group, each)} after={each.after} />;
}

/** What stood there before, where it was the same at all units of the group; else nothing can be said of all. */
function sameBefore(group: Group, { field, before }: ChangeOperation['differences'][number]): unknown {
  const others = group.map(({ operation }) => operation.differences.find((each) => each.field === field)?.before);
  return others.every((each) => sameValue(each, before)) ? before : null;
}

/** What it says besides its title: where a unit comes from, what is exempt, or each field before and after. */
function Says({ group }: { group: Group }) {
  const [{ operation }] = group;
  const t = useTranslate();
  const { say } = useRuleText();
  const label = useFieldLabel();
  const { kind, fromParent } = operation;
  if (kind === null) return <p>{say('changes.operation.moveFrom', { parent: fromParent?.name ?? '' })}</p>;
  if (operation.verb === 'exempt') {
    const fields = operation.fields.map((key) => label(kind, key)).join(t('shared.list'));
    return <p>{t('changes.operation.exempted', { fields })}</p>;
  }
  return (
    <Said>
      <DifferenceGroups differences={operation.differences} keyOf={({ field }) => field}>
        {(each) => <Difference group={group} each={each} />}
      </DifferenceGroups>
    </Said>
  );
}

const Each = styled('details')({ marginTop: 12, '& > summary': { cursor: 'pointer' } });

const Units = styled('ul')({
  listStyle: 'none',
  margin: '8px 0 0',
  padding: 0,
  display: 'grid',
  gap: 4,
  '& > li': { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: 12 },
});

interface RemoveProps {
  /** What it takes out, in words. */
  readonly of: string;
  readonly onClick: () => void;
}

function RemoveButton({ of, onClick }: RemoveProps) {
  const t = useTranslate();
  const label = t('changes.operation.remove');
  return (
    <Button variant="text" size="small" aria-label={`${label} · ${of}`} onClick={onClick}>
      {label}
    </Button>
  );
}

interface GroupProps {
  readonly group: Group;
  /** Null: nothing may be taken out. */
  readonly onRemove: ((indexes: readonly number[]) => void) | null;
}

/** The units of a group by name, where one may take out any of them. */
function EachUnit({ group, onRemove }: GroupProps) {
  const t = useTranslate();
  return (
    <Each>
      <summary>{t('changes.operation.each')}</summary>
      <Units>
        {group.map(({ operation: { node }, index }) => (
          <li key={node.id}>
            {node.name}
            {onRemove && <RemoveButton of={node.name} onClick={() => onRemove([index])} />}
          </li>
        ))}
      </Units>
    </Each>
  );
}

function Operation({ group, onRemove }: GroupProps) {
  const format = useFormat();
  const title = useOperationTitle()(group);
  const [{ operation }] = group;
  const remove = onRemove && <RemoveButton of={title} onClick={() => onRemove(group.map(({ index }) => index))} />;
  return (
    <Sheet title={title} aside={remove}>
      {operation.to !== null && <p>{format.until(operation.to)}</p>}
      <Says group={group} />
      {group.length > 1 && <EachUnit group={group} onRemove={onRemove} />}
    </Sheet>
  );
}

/** What the set changes, each change with what stood there before; frozen to its base. */
export function Operations({ set }: { set: ChangeSet }) {
  const [removing, setRemoving] = useState<readonly number[]>([]);
  const groups = groupsOf(set.operations);
  const mayRemove = (count: number) => set.allowedActions.includes('changeSet.draft') && set.operations.length > count;
  return (
    <>
      {groups.map((group) => (
        <Operation key={group[0].index} group={group} onRemove={mayRemove(group.length) ? setRemoving : null} />
      ))}
      {removing.length > 0 && (
        <RemoveDialog
          set={set}
          left={set.operations.filter((_, index) => !removing.includes(index)).map(inputOf)}
          onClose={() => setRemoving([])}
        />
      )}
    </>
  );
}
