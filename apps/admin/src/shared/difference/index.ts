export { DifferenceGroups } from './DifferenceGroups';
