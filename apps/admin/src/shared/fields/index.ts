export { DateField } from './DateField';
export { OnceField } from './OnceField';
export { PasswordField } from './PasswordField';
export { TimeField, type TypedTime } from './TimeField';
