export type { Column } from './columns';
export { CursorTable } from './CursorTable';
export { MoreRows } from './MoreRows';
export { ListTable } from './ListTable';
export { useSelection } from './useSelection';
