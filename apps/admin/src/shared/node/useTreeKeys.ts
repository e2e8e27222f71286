import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { isPlainKey, pressOf, useLetterKeys } from '../keyboard';

const ITEM = '[role="treeitem"]';

const items = (tree: HTMLElement) => [...tree.querySelectorAll<HTMLElement>(ITEM)];

/** Only one item of the tree is in the tab order: the one that had the focus last. */
function focus(tree: HTMLElement, item: HTMLElement | undefined | null): void {
  if (!item) return;
  for (const each of items(tree)) each.tabIndex = each === item ? 0 : -1;
  item.focus();
}

/** An item stands beside the group of those below it, both in one list entry. */
const parentOf = (item: HTMLElement) =>
  item.closest('[role="group"]')?.parentElement?.querySelector<HTMLElement>(`:scope > ${ITEM}`);

const firstChildOf = (item: HTMLElement) => item.parentElement?.querySelector<HTMLElement>(`:scope > [role="group"] ${ITEM}`);

/** `Right` opens, then goes in; `Left` closes, then goes out. Opening is a click on the item's own toggle. */
function turn(tree: HTMLElement, item: HTMLElement, inwards: boolean): void {
  const expanded = item.getAttribute('aria-expanded');
  const toggle = item.querySelector<HTMLElement>('[data-tree-toggle]');
  if (inwards && expanded === 'true') focus(tree, firstChildOf(item));
  else if (inwards ? expanded === 'false' : expanded === 'true') toggle?.click();
  else if (!inwards) focus(tree, parentOf(item));
}

/** The next item, after this one and round again, whose name starts with the letter typed. */
function named(all: readonly HTMLElement[], from: number, letter: string): HTMLElement | undefined {
  const order = [...all.slice(from + 1), ...all.slice(0, from)];
  return order.find((each) => each.dataset['name']?.toLowerCase().startsWith(letter.toLowerCase()));
}

interface TreeKeys {
  readonly ref: RefObject<HTMLUListElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/**
 * Keys of a tree (WAI-ARIA tree pattern) made of `role="treeitem"` with `data-name`, each of which may hold a `data-tree-toggle`:
 * arrows, `Home`, `End`, `Enter` or `Space` to choose, letters to jump.
 */
export function useTreeKeys(onChoose: (item: HTMLElement) => void): TreeKeys {
  const ref = useRef<HTMLUListElement>(null);
  const [letters] = useLetterKeys();

  const press = (tree: HTMLElement, item: HTMLElement, key: string): boolean => {
    const all = items(tree);
    const at = all.indexOf(item);
    if (key === 'ArrowDown') focus(tree, all[at + 1]);
    else if (key === 'ArrowUp') focus(tree, all[at - 1]);
    else if (key === 'Home') focus(tree, all[0]);
    else if (key === 'End') focus(tree, all.at(-1));
    else if (key === 'ArrowRight' || key === 'ArrowLeft') turn(tree, item, key === 'ArrowRight');
    else if (key === 'Enter' || key === ' ') onChoose(item);
    else if (letters && key.length === 1) focus(tree, named(all, at, key));
    else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const { target } = event;
    if (!ref.current || !(target instanceof HTMLElement) || !target.matches(ITEM) || !isPlainKey(pressOf(event))) return;
    if (press(ref.current, target, event.key)) event.preventDefault();
  };
  return { ref, onKeyDown };
}
