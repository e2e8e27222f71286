import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { inputOf, type ChangeOperation } from '../../shared/changeSet';
import { DifferenceGroups, DirectiveChange } from '../../shared/difference';
import { useFormat } from '../../shared/format';
import { Sheet } from '../../shared/page';
import { fieldIn, useFieldLabel, useKinds, useRuleText } from '../../shared/rules';
import type { ChangeSet } from './documents';
import { RemoveDialog } from './RemoveDialog';
import { useOperationTitle } from './useOperationTitle';

const Said = styled('div')({ marginTop: 12 });

function Difference({ operation, each }: { operation: ChangeOperation; each: ChangeOperation['differences'][number] }) {
  const field = fieldIn(useKinds().data ?? [], each.field, operation.kind ?? undefined);
  return field && <DirectiveChange field={field} before={each.before} after={each.after} />;
}

/** What it says besides its title: where a unit comes from, what is exempt, or each field before and after. */
function Says({ operation }: { operation: ChangeOperation }) {
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
        {(each) => <Difference operation={operation} each={each} />}
      </DifferenceGroups>
    </Said>
  );
}

function Operation({ operation, onRemove }: { operation: ChangeOperation; onRemove: (() => void) | null }) {
  const t = useTranslate();
  const format = useFormat();
  const title = useOperationTitle()(operation);
  const remove = onRemove && (
    <Button variant="text" size="small" aria-label={`${t('changes.operation.remove')} · ${title}`} onClick={onRemove}>
      {t('changes.operation.remove')}
    </Button>
  );
  return (
    <Sheet title={title} aside={remove}>
      {operation.to !== null && <p>{format.until(operation.to)}</p>}
      <Says operation={operation} />
    </Sheet>
  );
}

/** What the set changes, each change with what stood there before; frozen to its base. */
export function Operations({ set }: { set: ChangeSet }) {
  const [removing, setRemoving] = useState<number | null>(null);
  const mayRemove = set.allowedActions.includes('changeSet.draft') && set.operations.length > 1;
  return (
    <>
      {set.operations.map((operation, index) => (
        <Operation
          key={[operation.verb, operation.kind, operation.node.id, String(index)].join(' ')}
          operation={operation}
          onRemove={mayRemove ? () => setRemoving(index) : null}
        />
      ))}
      {removing !== null && (
        <RemoveDialog
          set={set}
          left={set.operations.filter((_, index) => index !== removing).map(inputOf)}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
}
