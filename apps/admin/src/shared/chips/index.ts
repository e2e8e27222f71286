export { Chip } from './Chip';
export {
  AcknowledgementChip,
  CaseStateChip,
  ChangeChip,
  ClaimChip,
  CoverageChip,
  DriftChip,
  ExemptionChip,
  JobChip,
  JobRowChip,
  RemindedChip,
  RiskChip,
  RolloutChip,
  RuleValueChip,
  UmbrellaChip,
  VersionChip,
} from './chips';
export { lookOf } from './table';
