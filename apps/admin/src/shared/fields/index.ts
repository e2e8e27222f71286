export { Choice, type InputLook } from './Choice';
export { DateField } from './DateField';
export { ManyChoice } from './ManyChoice';
export { MonthChoice } from './MonthChoice';
export { OnceField } from './OnceField';
export { OptionalChoice } from './OptionalChoice';
export { PasswordField } from './PasswordField';
export { TimeField, type TypedTime } from './TimeField';
