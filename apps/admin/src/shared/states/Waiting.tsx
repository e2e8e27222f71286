import { useEffect, useState, type ReactNode } from 'react';

const PATIENCE_MS = 150;

/** Shows its content after 150 ms: what answers faster needs no skeleton, and one that flashes only disturbs. */
export function Waiting({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return shown ? children : null;
}
