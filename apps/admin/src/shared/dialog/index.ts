export { ActionDialog } from './ActionDialog';
export { UrlDrawer, useDrawer, type UrlDrawerState } from './UrlDrawer';
