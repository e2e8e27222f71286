import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { useViewer } from '../../providers/session';

const PARAM = 'scope';

export interface Scope {
  /** The chosen unit, by default the highest one that the viewer sees: what every page's list is asked `within`. */
  readonly nodeId: string;
  /** Nothing was chosen: the viewer's whole scope. */
  readonly isHome: boolean;
  readonly choose: (nodeId: string | null) => void;
}

/** The unit that all pages are narrowed to; it stands in the address as `?scope=`. */
export function useScope(): Scope {
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const chosen = params.get(PARAM);
  const choose = useCallback(
    (nodeId: string | null) =>
      setParams((before) => {
        const after = new URLSearchParams(before);
        if (nodeId === null) after.delete(PARAM);
        else after.set(PARAM, nodeId);
        return after;
      }),
    [setParams],
  );
  return { nodeId: chosen ?? viewer.home.id, isHome: chosen === null, choose };
}

/** Adds the scope in force to a path of the console, so that a link does not widen what is seen. */
export function useScopedPath(): (path: string) => string {
  const [params] = useSearchParams();
  const scope = params.get(PARAM);
  return useCallback(
    (path) => {
      if (scope === null) return path;
      const [pathname = '', search = ''] = path.split('?');
      const query = new URLSearchParams(search);
      if (!query.has(PARAM)) query.set(PARAM, scope);
      return `${pathname}?${query.toString()}`;
    },
    [scope],
  );
}
