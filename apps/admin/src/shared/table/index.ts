export type { Column } from './columns';
export { CursorTable } from './CursorTable';
export { ListTable } from './ListTable';
export { useSelection } from './useSelection';
