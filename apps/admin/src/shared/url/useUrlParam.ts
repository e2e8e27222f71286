import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

interface UrlSettings {
  /** Makes a step that Back undoes (a drawer, a tab); filters replace the step they stand on. */
  readonly push?: boolean;
}

type Patch = Readonly<Record<string, string | null>>;

function patched(before: URLSearchParams, patch: Patch): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(patch)) {
    if (value === null || value === '') after.delete(name);
    else after.set(name, value);
  }
  return after;
}

/** Writes several parameters at once; an empty value or null takes the parameter away. */
export function useSetUrlParams(): (patch: Patch, settings?: UrlSettings) => void {
  const [, setParams] = useSearchParams();
  return useCallback(
    (patch, settings = {}) => setParams((before) => patched(before, patch), { replace: !settings.push }),
    [setParams],
  );
}

/** One parameter of the address, as state: tab, sort, date. Absent means `fallback`, and the fallback is never written. */
export function useUrlParam(name: string, fallback = '', settings: UrlSettings = {}): [string, (value: string | null) => void] {
  const [params] = useSearchParams();
  const set = useSetUrlParams();
  const { push = false } = settings;
  const write = useCallback(
    (value: string | null) => set({ [name]: value === fallback ? null : value }, { push }),
    [set, name, fallback, push],
  );
  return [params.get(name) ?? fallback, write];
}

export interface UrlFilters<Name extends string> {
  readonly values: Readonly<Record<Name, string>>;
  readonly set: (patch: Partial<Record<Name, string | null>>) => void;
  readonly clear: () => void;
  /** Some filter is set: an empty list is then "no match", not "nothing yet". */
  readonly any: boolean;
}

/** A page's filters, kept in the address so that a link shows the same list. Absent ones read as the empty string. */
export function useUrlFilters<Name extends string>(...names: readonly Name[]): UrlFilters<Name> {
  const [params] = useSearchParams();
  const write = useSetUrlParams();
  const key = names.join(' ');
  const values = useMemo(
    () => Object.fromEntries(key.split(' ').map((name) => [name, params.get(name) ?? ''])) as Record<Name, string>,
    [params, key],
  );
  const clear = useCallback(() => write(Object.fromEntries(key.split(' ').map((name) => [name, null]))), [write, key]);
  return { values, set: write as UrlFilters<Name>['set'], clear, any: Object.values(values).some((value) => value !== '') };
}
