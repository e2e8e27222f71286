export { Band } from './Band';
export { FilterRow } from './FilterRow';
export { Facts } from './Facts';
export { PageHeader, usePageTitle } from './PageHeader';
export { Sheet, SheetGrid } from './Sheet';
