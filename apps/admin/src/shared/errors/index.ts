export { useErrorText } from './errorText';
