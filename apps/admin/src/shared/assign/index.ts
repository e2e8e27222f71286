export { AssignDialog } from './AssignDialog';
