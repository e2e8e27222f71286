import { createContext, useContext, type ReactNode } from 'react';
import { viewerZone } from './zone';

const ZoneContext = createContext<string | null>(null);

/** All times below are told, and typed, in this zone: that of the unit which the record belongs to. */
export function InZone({ zone, children }: { zone: string; children: ReactNode }) {
  return <ZoneContext value={zone}>{children}</ZoneContext>;
}

/** The zone in force; the viewer's own outside of every unit. */
export const useZone = (): string => useContext(ZoneContext) ?? viewerZone();
