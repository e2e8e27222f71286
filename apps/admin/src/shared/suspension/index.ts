export { ResumeDialog } from './ResumeDialog';
export { SuspendDialog } from './SuspendDialog';
