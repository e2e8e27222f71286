export { KeyboardProvider, useKeyGroups, useKeyHelp, useLetterKeys, type KeyGroup } from './context';
export { isComposing, isPlainKey, pressOf } from './keys';
export { useListKeys, type LetterKey, type ListKeys } from './useListKeys';
export { useShortcut } from './useShortcut';
export { usePageKeys } from './usePageKeys';
export { usePageFocus, useRowFocus } from './focus';
