import { list, lookup, sorted, type Operation } from '../operation.js';
import { isUnder, type Oracle, type ReadPermission } from '../oracle.js';
import { below, ids, page, storesBelow, unitIds } from './records.js';

const seenUnits = (permission: ReadPermission) => (oracle: Oracle) => unitIds(oracle).filter((id) => oracle.sees(permission, id));

export const organization: readonly Operation[] = [
  list(
    'orgNodes',
    'orgNode.read',
    `{ orgNodes(${page}) { total items { id } } }`,
    seenUnits('orgNode.read'),
    (it) => it.orgNodes,
  ),
  list(
    'orgNodeChildren (top)',
    'orgNode.read',
    `{ orgNodeChildren(${page}) { total items { id } } }`,
    (it) => it.tops('orgNode.read'),
    (it) => it.orgNodeChildren,
  ),
  lookup('orgNode', 'orgNode.read', 'query ($id: ID!) { orgNode(id: $id) { id } }', unitIds, (it, id) =>
    it.sees('orgNode.read', id) ? id : null,
  ),
  lookup(
    'orgNode.branchCount',
    'orgNode.read',
    'query ($id: ID!) { orgNode(id: $id) { branchCount childCount } }',
    unitIds,
    (it, id) => (it.sees('orgNode.read', id) ? { branchCount: storesBelow(it, id), childCount: below(it, id).length } : null),
    (data) => data.orgNode,
  ),
  lookup(
    'orgNode.path',
    'orgNode.read',
    'query ($id: ID!) { orgNode(id: $id) { path { id } } }',
    unitIds,
    (it, id) => (it.sees('orgNode.read', id) ? sorted(unitIds(it).filter((above) => isUnder(it.world, id, above))) : null),
    (data) => (data.orgNode ? ids(data.orgNode.path) : null),
  ),
  lookup(
    'orgNodeChildren',
    'orgNode.read',
    `query ($id: ID!) { orgNodeChildren(parentId: $id, ${page}) { items { id } } }`,
    unitIds,
    (it, id) => (it.sees('orgNode.read', id) ? sorted(below(it, id)) : []),
    (data) => ids(data.orgNodeChildren.items),
  ),
  lookup(
    'orgNodes within',
    'orgNode.read',
    `query ($id: ID!) { orgNodes(within: $id, ${page}) { total items { id } } }`,
    unitIds,
    (it, id) => sorted(seenUnits('orgNode.read')(it).filter((unit) => isUnder(it.world, unit, id))),
    (data) => ids(data.orgNodes.items),
  ),
];
