export { branchPageFields, BranchTable, BRANCHES_A_PAGE, noBranches, type BranchGroup } from './BranchList';
export {
  AssignmentBranches,
  CancelAssignmentBranches,
  CoverageBranches,
  ExemptionBranches,
  OwnRulesBranches,
  RescheduleBranches,
  ResumptionBranches,
  RevokeBranches,
  RolloutBranches,
  StartRolloutBranches,
  SuspensionBranches,
} from './branchLists';
export { CheckLines } from './CheckLines';
export { checkStyles } from './checkStyles';
export { Clashes } from './Clashes';
export { effectFields, type Effect } from './documents';
export { EffectResult } from './EffectResult';
export { ImpactPanel, useApprovalText, type Impact } from './ImpactPanel';
export { summedEffect } from './summedEffect';
export { TurnDrawer, turnOf, useTurnDrawer } from './TurnDrawer';
