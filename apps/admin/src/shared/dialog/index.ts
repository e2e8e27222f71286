export { ActionDialog, type ActionDialogProps } from './ActionDialog';
export { UrlDrawer, useDrawer, type UrlDrawerState } from './UrlDrawer';
