import { useEffect, useRef, type RefObject } from 'react';

const isTyping = (element: Element | null) => element?.matches('input, textarea, [contenteditable]') ?? false;

const isNowhere = (element: Element | null) => element === null || element === document.body;

/**
 * Keeps the keyboard in the list: on the first row when the page opens, and on the row that takes the place of one that was decided. It never
 * takes the focus from a field, and not while a dialog is open (`held`).
 */
export function useRowFocus(rowId: string | null, held: boolean): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const arrived = useRef(false);
  useEffect(() => {
    if (rowId === null || held) return;
    const { activeElement } = document;
    if (isTyping(activeElement) || (arrived.current && !isNowhere(activeElement))) return;
    arrived.current = true;
    list.current?.querySelector<HTMLElement>(`[data-row-key="${CSS.escape(rowId)}"]`)?.focus({ preventScroll: true });
  });
  return list;
}

/** Gives the keyboard to a page that has letters of its own, whenever nothing else has it. */
export function usePageFocus(held: boolean): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!held && isNowhere(document.activeElement)) page.current?.focus({ preventScroll: true });
  });
  return page;
}
