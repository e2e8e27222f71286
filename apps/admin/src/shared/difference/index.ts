export { DirectiveChange } from './DirectiveChange';
export { DifferenceRow } from './DifferenceRow';
export { DifferenceGroups } from './DifferenceGroups';
export type { VersionPlace } from './documents';
export { lineChanges, type LineChange } from './lineChanges';
export { ValueChange } from './ValueChange';
export { VersionDifferences } from './VersionDifferences';
