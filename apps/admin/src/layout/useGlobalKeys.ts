import { useEffect, useRef } from 'react';
import { isPlainKey, useLetterKeys } from '../shared/keyboard';
import { useGo } from '../shared/scope';
import { useMenu } from './registryContext';
import { SEARCH_ID } from './SearchBox';

const SEQUENCE_MS = 1500;

/** While a dialog is open the keys are its own. */
const dialogOpen = () => document.querySelector('[role="dialog"][aria-modal="true"], .MuiDialog-root, .MuiPopover-root') !== null;

/** `/` searches, `g` and a letter goes to a page, `?` lists the keys. Off where letter keys are. */
export function useGlobalKeys(onHelp: () => void): void {
  const [on] = useLetterKeys();
  const menu = useMenu();
  const go = useGo();
  const latest = useRef({ menu, go, onHelp });
  useEffect(() => {
    latest.current = { menu, go, onHelp };
  });

  useEffect(() => {
    if (!on) return undefined;
    let gAt = -Infinity;

    const act = (event: KeyboardEvent): boolean => {
      const { menu: entries, go: goTo, onHelp: help } = latest.current;
      const afterG = event.timeStamp - gAt < SEQUENCE_MS;
      gAt = event.key === 'g' ? event.timeStamp : -Infinity;
      const target = afterG ? entries.find((entry) => entry.goKey === event.key) : undefined;
      if (target) goTo(target.to);
      else if (event.key === '/') document.getElementById(SEARCH_ID)?.focus();
      else if (event.key === '?') help();
      else return false;
      return true;
    };
    const listen = (event: KeyboardEvent) => {
      if (!event.defaultPrevented && isPlainKey(event) && !dialogOpen() && act(event)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on]);
}
