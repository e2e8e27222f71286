import { nodeId } from '@headwater/org-tree';
import { versionId, type DirectiveChanges, type FieldKey, type Operation } from '@headwater/policy';
import { BadInput } from '../common/errors.js';
import type { ChangeOperationInput } from './change-set.types.js';
import { NothingToChange } from './changes.errors.js';

/** As many as one set holds: it is judged, shown and recorded whole. */
export const MOST_OPERATIONS = 500;

/** The operations of a form, in the words of the library. @throws NothingToChange, BadInput */
export function readOperations(given: readonly ChangeOperationInput[]): Operation[] {
  if (given.length === 0) throw new NothingToChange();
  if (given.length > MOST_OPERATIONS)
    throw new BadInput('operations', `A change set has up to ${String(MOST_OPERATIONS)} operations.`, { max: MOST_OPERATIONS });
  return given.map(readOperation);
}

function readOperation(input: ChangeOperationInput, index: number): Operation {
  if (input.verb === 'move') return readMove(input, index);
  const place = { kind: given(input.kind, index, 'kind'), nodeId: nodeId(input.nodeId) };
  switch (input.verb) {
    case 'assign':
      return {
        ...{ verb: 'assign', ...place, to: input.to ?? null },
        versionId: input.versionId == null ? null : versionId(input.versionId),
      };
    case 'setOwn':
      return { verb: 'setOwn', ...place, changes: edits(input.changes, index) };
    case 'exempt':
      return {
        ...{ verb: 'exempt', ...place, fields: (input.fields ?? []) as FieldKey[] },
        ancestorId: nodeId(given(input.ancestorId, index, 'ancestorId')),
        to: given(input.to, index, 'to'),
      };
  }
}

const readMove = (input: ChangeOperationInput, index: number): Operation => ({
  ...{ verb: 'move', nodeId: nodeId(input.nodeId) },
  parentId: nodeId(given(input.parentId, index, 'parentId')),
  fromParentId: nodeId(given(input.fromParentId, index, 'fromParentId')),
});

/** The library checks what stands in it. */
function edits(changes: unknown, index: number): DirectiveChanges {
  if (changes === null || typeof changes !== 'object' || Array.isArray(changes) || Object.keys(changes).length === 0)
    throw new BadInput(`operations.${String(index)}.changes`, 'An edit names at least one field.', { min: 1 });
  return changes as DirectiveChanges;
}

function given<T>(value: T | null | undefined, index: number, field: string): T {
  if (value == null) throw new BadInput(`operations.${String(index)}.${field}`, 'This has to be given.', 'a value');
  return value;
}
