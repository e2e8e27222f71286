export { Deadline } from './Deadline';
export { KeyFigure } from './KeyFigure';
export { Money } from './Money';
