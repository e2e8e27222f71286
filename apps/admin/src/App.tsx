import { Suspense, type ReactElement } from 'react';
import { Admin, CustomRoutes } from 'react-admin';
import { createBrowserRouter, Route } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { dictionary } from './i18n/dictionary';
import { createI18nProvider, preferredLocale } from './i18n/provider';
import { Gate, Landing } from './layout/Gate';
import { Notices } from './layout/Notices';
import { RegistryProvider } from './layout/registryContext';
import { Shell } from './layout/Shell';
import { folders } from './pages';
import { NotFound } from './pages/notFound/NotFound';
import type { PageRoute } from './pages/registry';
import { SignIn } from './pages/signIn/SignIn';
import { createAuthProvider } from './providers/authProvider';
import { createDataProvider } from './providers/dataProvider';
import { createQueryClient } from './providers/queryClient';
import { createStore } from './providers/store';
import { darkTheme, theme } from './theme/theme';

const queryClient = createQueryClient();
const store = createStore();
const authProvider = createAuthProvider(queryClient);
const dataProvider = createDataProvider(Object.fromEntries(folders.flatMap((folder) => Object.entries(folder.resources ?? {}))));
const i18nProvider = createI18nProvider(dictionary, preferredLocale(navigator.languages));

const routes = folders.flatMap((folder) => folder.routes);

function routeOf({ path, page: Page, needs, outside = false }: PageRoute): ReactElement {
  const element = outside ? (
    <Suspense>
      <Page />
    </Suspense>
  ) : (
    <Gate needs={needs}>
      <Page />
    </Gate>
  );
  return <Route key={path} path={path} element={element} />;
}

const Console = () => (
  <RegistryProvider value={folders}>
    <Admin
      authProvider={authProvider}
      catchAll={NotFound}
      darkTheme={darkTheme}
      dataProvider={dataProvider}
      disableTelemetry
      i18nProvider={i18nProvider}
      layout={Shell}
      loginPage={SignIn}
      notification={Notices}
      queryClient={queryClient}
      store={store}
      theme={theme}
      title="Headwater"
    >
      <CustomRoutes noLayout>{routes.filter((route) => route.outside).map(routeOf)}</CustomRoutes>
      <CustomRoutes>
        {routes.filter((route) => !route.outside).map(routeOf)}
        {!routes.some((route) => route.path === '/') && <Route path="/" element={<Landing />} />}
      </CustomRoutes>
    </Admin>
  </RegistryProvider>
);

/** The console: its routes are paths of the browser, so that every view has an address. */
const router = createBrowserRouter([{ path: '*', element: <Console /> }]);

export const App = () => <RouterProvider router={router} />;
