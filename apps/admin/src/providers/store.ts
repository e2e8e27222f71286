import { localStorageStore, type Store } from 'ra-core';

/** What this device remembers; signing out clears what was the person's, but not how the screen is set up. */
const settings = ['locale', 'theme', 'density', 'rail.folded', 'keys.letters'] as const;

export type Density = 'comfortable' | 'compact';

/** react-admin's store in local storage, whose `reset` (called at sign-out) keeps the settings of the device. */
export function createStore(inner: Store = localStorageStore('1', 'headwater')): Store {
  return {
    ...inner,
    reset: () => {
      const kept = settings.map((key) => [key, inner.getItem<unknown>(key)] as const);
      inner.reset();
      for (const [key, value] of kept) if (value !== undefined) inner.setItem(key, value);
    },
  };
}
