export { ApprovedBy } from './ApprovedBy';
export { DraftButton } from './DraftButton';
export {
  editChangeSetDocument,
  operationFields,
  submitChangeSetDocument,
  type ChangeOperation,
  type ChangeSetInput,
} from './documents';
export { NoWay } from './NoWay';
export { inputOf } from './operations';
export { MAX_OPERATIONS, needsApproval, useChangeSet, useChangeSetOf, type Change } from './useChangeSet';
