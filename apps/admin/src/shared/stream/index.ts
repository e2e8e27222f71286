export { Stream, type StreamItem } from './Stream';
export { StreamMark, type StreamKind } from './StreamMark';
export { StreamPath, type PathStep } from './StreamPath';
