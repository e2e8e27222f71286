import { useStore } from 'ra-core';
import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react';

/** A key and what it does, as the overlay lists it. */
export interface KeyHint {
  readonly keys: string;
  readonly label: string;
}

export interface KeyGroup {
  readonly title: string;
  readonly hints: readonly KeyHint[];
}

type Join = (group: KeyGroup) => () => void;

const GroupsContext = createContext<readonly KeyGroup[]>([]);
const JoinContext = createContext<Join>(() => () => undefined);

/** Collects which keys work on the page shown, for the overlay. */
export function KeyboardProvider({ children }: { children: ReactNode }) {
  const [groups, setGroups] = useState<readonly KeyGroup[]>([]);
  const join = useCallback<Join>((group) => {
    setGroups((before) => [...before, group]);
    return () => setGroups((before) => before.filter((each) => each !== group));
  }, []);
  return (
    <JoinContext.Provider value={join}>
      <GroupsContext.Provider value={groups}>{children}</GroupsContext.Provider>
    </JoinContext.Provider>
  );
}

/** Two lists of one name have the same keys: they are told once. */
export function useKeyGroups(): readonly KeyGroup[] {
  const groups = useContext(GroupsContext);
  return groups.filter(({ title }, index) => groups.findIndex((each) => each.title === title) === index);
}

/** Lists keys in the overlay as long as the component that listens to them is shown. */
export function useKeyHelp(title: string, hints: readonly KeyHint[]): void {
  const join = useContext(JoinContext);
  const text = JSON.stringify(hints);
  useEffect(() => join({ title, hints: JSON.parse(text) as KeyHint[] }), [join, title, text]);
}

/** Letter keys can be switched off: they stand in the way of speech input and of some hands (WCAG 2.1.4). */
export const useLetterKeys = (): [boolean, (on: boolean) => void] => useStore<boolean>('keys.letters', true);
