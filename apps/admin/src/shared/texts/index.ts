export { Badge } from './Badge';
export { serviceTextFields, serviceTextsDocument, type ServiceText, type TextPart } from './documents';
export { TextList } from './TextList';
