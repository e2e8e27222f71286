export { Band } from './Band';
export { Facts } from './Facts';
export { PageHeader, usePageTitle } from './PageHeader';
export { Sheet, SheetGrid } from './Sheet';
