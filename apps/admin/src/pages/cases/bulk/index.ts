export { BulkBar } from './BulkBar';
export { BulkDialog } from './BulkDialog';
export { useBulk } from './useBulk';
