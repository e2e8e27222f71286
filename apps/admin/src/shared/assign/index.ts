export { AssignDialog } from './AssignDialog';
export { assignableDocument, type AssignablePolicy } from './documents';
export { VersionChoice } from './VersionChoice';
export { RescheduleDialog, type Scheduled } from './RescheduleDialog';
