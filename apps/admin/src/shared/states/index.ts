export { EmptyState } from './EmptyState';
export { ErrorState } from './ErrorState';
export { Loaded, RefetchBar } from './Loaded';
export { BlockSkeleton, RowsSkeleton } from './skeletons';
export { Waiting } from './Waiting';
