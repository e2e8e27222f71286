export { ApprovedBy } from './ApprovedBy';
export { ChangeDialog } from './ChangeDialog';
export {
  editChangeSetDocument,
  operationFields,
  submitChangeSetDocument,
  type ChangeOperation,
  type ChangeSetInput,
} from './documents';
export { NoWay } from './NoWay';
export { inputOf } from './operations';
export { MAX_OPERATIONS, needsApproval, useHandIn, type Change, type Changes } from './useChangeSet';
