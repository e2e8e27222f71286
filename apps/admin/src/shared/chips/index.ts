export { Chip } from './Chip';
export { CaseStateChip, CoverageChip, RuleValueChip, UmbrellaChip, VersionChip } from './chips';
export { lookOf } from './table';
