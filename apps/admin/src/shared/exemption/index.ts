export { ExemptAt } from './ExemptAt';
export { ExemptDialog } from './ExemptDialog';
