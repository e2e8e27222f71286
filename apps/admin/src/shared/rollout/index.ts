export { CohortFields, emptyCohort, readyCohort } from './CohortFields';
export { StartRolloutDialog } from './StartRolloutDialog';
