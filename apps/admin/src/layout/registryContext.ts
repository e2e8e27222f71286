import { createContext, useContext, useMemo } from 'react';
import { useMay } from '../providers/session';
import type { MenuEntry, PageFolder } from '../pages/registry';

const RegistryContext = createContext<readonly PageFolder[]>([]);

export const RegistryProvider = RegistryContext.Provider;

/** The menu as this viewer has it, in the order in which the pages are listed. */
export function useMenu(): readonly MenuEntry[] {
  const folders = useContext(RegistryContext);
  const may = useMay();
  const entries = useMemo(() => folders.flatMap((folder) => folder.menu ?? []), [folders]);
  return entries.filter((entry) => entry.needs === undefined || may(entry.needs));
}
