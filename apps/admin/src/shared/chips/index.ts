export { Chip } from './Chip';
export { CaseStateChip, CoverageChip, ExemptionChip, RuleValueChip, UmbrellaChip, VersionChip } from './chips';
export { lookOf } from './table';
