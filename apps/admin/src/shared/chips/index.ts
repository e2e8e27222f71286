export { Chip } from './Chip';
export { CaseStateChip, CoverageChip, DriftChip, ExemptionChip, RuleValueChip, UmbrellaChip, VersionChip } from './chips';
export { lookOf } from './table';
