import type { ChangeOperation, OperationInput } from './documents';

/** An operation as the API tells it, as the API takes it. */
export const inputOf = (operation: ChangeOperation): OperationInput => {
  const { verb, kind, node, versionId, changes, ancestor, parent, fromParent, fields, to } = operation;
  if (verb === 'move') return { verb, nodeId: node.id, parentId: parent?.id ?? null, fromParentId: fromParent?.id ?? null };
  const place = { verb, kind, nodeId: node.id };
  if (verb === 'setOwn') return { ...place, changes };
  if (verb === 'assign') return { ...place, versionId, to };
  return { ...place, ancestorId: ancestor?.id ?? null, fields: [...fields], to };
};
