import { Admin, CustomRoutes, Resource, localStorageStore } from "react-admin";
import { BrowserRouter, Route } from "react-router";
import { i18nProvider } from "./i18n/i18n-provider";
import { AppLayout } from "./layout/AppLayout";
import { ErrorPage } from "./layout/ErrorPage";
import { NotFoundPage } from "./layout/NotFoundPage";
import { HomePage, RESOURCES } from "./pages";
import { makeAuthProvider } from "./providers/auth-provider";
import { ClientContext } from "./providers/client-context";
import type { SocleClient } from "./providers/socle-client";
import { SignInPage } from "./tenancy/SignInPage";
import { muiTheme } from "./theme/mui-theme";

const store = localStorageStore("1", "Socle");
const lightTheme = muiTheme("light");
const darkTheme = muiTheme("dark");

/** The console over one client: the control plane that serves it. */
export function App({ client }: { readonly client: SocleClient }) {
  return (
    <ClientContext value={client}>
      <BrowserRouter>
        <Admin
          authProvider={makeAuthProvider(client)}
          i18nProvider={i18nProvider}
          store={store}
          theme={lightTheme}
          darkTheme={darkTheme}
          layout={AppLayout}
          loginPage={false}
          dashboard={HomePage}
          catchAll={NotFoundPage}
          error={ErrorPage}
          requireAuth
          disableTelemetry
        >
          <CustomRoutes noLayout>
            <Route path="/sign-in" element={<SignInPage />} />
          </CustomRoutes>
          {RESOURCES.map(({ name, views }) => (
            <Resource key={name} name={name} {...views} />
          ))}
        </Admin>
      </BrowserRouter>
    </ClientContext>
  );
}
