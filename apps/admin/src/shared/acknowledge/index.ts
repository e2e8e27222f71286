export { AcknowledgeBand } from './AcknowledgeBand';
export { ToRead } from './ToRead';
export { useToAcknowledge } from './useToAcknowledge';
