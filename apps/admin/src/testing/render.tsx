import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { render, type RenderResult } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { memoryStore, type Store } from 'ra-core';
import { AdminContext } from 'react-admin';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { dictionary } from '../i18n/dictionary';
import type { Locale } from '../i18n/messages';
import { createI18nProvider } from '../i18n/provider';
import { createAuthProvider } from '../providers/authProvider';
import { createDataProvider } from '../providers/dataProvider';
import { rememberViewer, type Viewer } from '../providers/session';
import { darkTheme, theme } from '../theme/theme';
import { stubApi, type Answers } from './api';
import { queryClientOfTest } from './queryClient';
import { viewer as someViewer } from './viewer';

interface Settings {
  readonly locale?: Locale;
  /** Where the browser is; `path` is the route's pattern. */
  readonly url?: string;
  readonly path?: string;
  readonly answers?: Answers;
  /** Who is signed in; null for nobody, undefined to have the component ask. */
  readonly viewer?: Viewer | null | undefined;
  readonly store?: Store;
}

export interface Rendered extends RenderResult {
  readonly user: UserEvent;
  readonly api: ReturnType<typeof stubApi>;
  /** Path and query of the address now. */
  readonly address: () => string;
}

const elsewhere = (
  <p>
    <a href="#elsewhere">elsewhere</a>
  </p>
);

/** Renders a part of the console as the app does: texts, theme, session, address, and an API that answers as the test says. */
export function renderPage(ui: ReactElement, settings: Settings = {}): Rendered {
  const { locale = 'zh', url = '/', path = '/*', answers = {}, store = memoryStore() } = settings;
  const api = stubApi(answers);
  const client = queryClientOfTest();
  if ('viewer' in settings) {
    if (settings.viewer !== undefined) rememberViewer(client, settings.viewer);
  } else rememberViewer(client, someViewer());
  const context = (child: ReactElement) => (
    <AdminContext
      authProvider={createAuthProvider(client)}
      dataProvider={createDataProvider({})}
      i18nProvider={createI18nProvider(dictionary, locale)}
      queryClient={client}
      store={store}
      theme={theme}
      darkTheme={darkTheme}
    >
      {child}
    </AdminContext>
  );
  const routes = [{ path, element: context(ui) }, ...(path === '/*' ? [] : [{ path: '*', element: context(elsewhere) }])];
  const router = createMemoryRouter(routes, { initialEntries: [url] });
  // Styles of its own, gone with the test: whatever asks what is visible goes through all there are.
  const result = render(
    <CacheProvider value={createCache({ key: 'css' })}>
      <RouterProvider router={router} />
    </CacheProvider>,
  );
  return {
    ...result,
    user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }),
    api,
    address: () => router.state.location.pathname + router.state.location.search,
  };
}
