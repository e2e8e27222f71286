/** What of a key event the rules look at; React's and the browser's events both have it. */
export interface KeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly isComposing: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly target: EventTarget | null;
}

/** While an input method composes, keys belong to it; old engines say so by the key code 229 alone. */
export const isComposing = (press: Pick<KeyPress, 'isComposing' | 'keyCode'>): boolean =>
  press.isComposing || press.keyCode === 229;

/** Things to type into, and things that use letters themselves. */
const typing =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [role="combobox"], [role="menu"]';

const inTextField = (target: EventTarget | null) => target instanceof Element && target.closest(typing) !== null;

/** A key pressed by itself, not while typing and not for an input method: what letter keys may listen to. */
export function isPlainKey(press: KeyPress): boolean {
  return !isComposing(press) && !press.ctrlKey && !press.metaKey && !press.altKey && !inTextField(press.target);
}

/** `Ctrl S` here is `⌘ S` on a Mac. */
export function isModKey(press: KeyPress, key: string): boolean {
  return (
    !isComposing(press) && (press.ctrlKey || press.metaKey) && !press.altKey && press.key.toLowerCase() === key.toLowerCase()
  );
}

/** A React key event as a {@link KeyPress}. */
export const pressOf = (event: { nativeEvent: KeyboardEvent }): KeyPress => event.nativeEvent;
