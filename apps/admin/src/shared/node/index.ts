export { type TreeNode } from './documents';
export { NodeField } from './NodeField';
export { NodePicker } from './NodePicker';
export { NodeTree } from './NodeTree';
export { useZoneOf, ZoneOf } from './ZoneOf';
