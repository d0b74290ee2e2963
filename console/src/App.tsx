import { lazy } from "react";
import { Admin, CustomRoutes, Resource, localStorageStore } from "react-admin";
import { BrowserRouter, Route } from "react-router";
import { i18nProvider } from "./i18n/i18n-provider";
import { AppLayout } from "./layout/AppLayout";
import { ErrorPage } from "./layout/ErrorPage";
import { NotFoundPage } from "./layout/NotFoundPage";
import { makeAuthProvider } from "./providers/auth-provider";
import { ClientContext } from "./providers/client-context";
import type { SocleClient } from "./providers/socle-client";
import { SignInPage } from "./tenancy/SignInPage";
import { muiTheme } from "./theme/mui-theme";

const HomePage = lazy(async () => ({ default: (await import("./home/HomePage")).HomePage }));
const UseCaseList = lazy(async () => ({ default: (await import("./registry/UseCaseList")).UseCaseList }));
const UseCaseShow = lazy(async () => ({ default: (await import("./registry/UseCaseShow")).UseCaseShow }));
const DeclareUseCase = lazy(async () => ({ default: (await import("./registry/DeclareUseCase")).DeclareUseCase }));
const AmendUseCase = lazy(async () => ({ default: (await import("./registry/dossier/AmendUseCase")).AmendUseCase }));
const ModelsPage = lazy(async () => ({ default: (await import("./models/ModelsPage")).ModelsPage }));
const ModelShow = lazy(async () => ({ default: (await import("./models/ModelShow")).ModelShow }));
const SelectionPage = lazy(async () => ({ default: (await import("./selection/SelectionPage")).SelectionPage }));
const EvaluationsPage = lazy(async () => ({
  default: (await import("./evaluations/EvaluationsPage")).EvaluationsPage,
}));
const PlanPage = lazy(async () => ({ default: (await import("./plan/PlanPage")).PlanPage }));
const ShadowToolsPage = lazy(async () => ({ default: (await import("./portfolio/ShadowToolsPage")).ShadowToolsPage }));
const BricksPage = lazy(async () => ({ default: (await import("./portfolio/BricksPage")).BricksPage }));
const BrickShow = lazy(async () => ({ default: (await import("./portfolio/BrickShow")).BrickShow }));
const TrainingPage = lazy(async () => ({ default: (await import("./portfolio/TrainingPage")).TrainingPage }));
const OrganisationTree = lazy(async () => ({ default: (await import("./tenancy/OrganisationTree")).OrganisationTree }));
const OrganisationShow = lazy(async () => ({ default: (await import("./tenancy/OrganisationShow")).OrganisationShow }));
const PoolList = lazy(async () => ({ default: (await import("./serving/PoolList")).PoolList }));
const PoolShow = lazy(async () => ({ default: (await import("./serving/PoolShow")).PoolShow }));
const RequestsPage = lazy(async () => ({ default: (await import("./ledger/RequestsPage")).RequestsPage }));
const UsagePage = lazy(async () => ({ default: (await import("./ledger/UsagePage")).UsagePage }));
const SimulationsPage = lazy(async () => ({
  default: (await import("./simulation/SimulationsPage")).SimulationsPage,
}));
const SimulationShow = lazy(async () => ({ default: (await import("./simulation/SimulationShow")).SimulationShow }));
const SimulationForm = lazy(async () => ({ default: (await import("./simulation/SimulationForm")).SimulationForm }));
const RoadmapsPage = lazy(async () => ({ default: (await import("./roadmaps/RoadmapsPage")).RoadmapsPage }));
const RoadmapShow = lazy(async () => ({ default: (await import("./roadmaps/RoadmapShow")).RoadmapShow }));
const RoundsPage = lazy(async () => ({ default: (await import("./rounds/RoundsPage")).RoundsPage }));
const RoundShow = lazy(async () => ({ default: (await import("./rounds/RoundShow")).RoundShow }));
const CampaignsPage = lazy(async () => ({ default: (await import("./capacity/CampaignsPage")).CampaignsPage }));
const CampaignShow = lazy(async () => ({ default: (await import("./capacity/CampaignShow")).CampaignShow }));
const DeclarationShow = lazy(async () => ({ default: (await import("./capacity/DeclarationShow")).DeclarationShow }));
const NeedShow = lazy(async () => ({ default: (await import("./capacity/NeedShow")).NeedShow }));
const RulesPage = lazy(async () => ({ default: (await import("./policies/RulesPage")).RulesPage }));
const AuditReportPage = lazy(async () => ({
  default: (await import("./audit-report/AuditReportPage")).AuditReportPage,
}));
const CompliancePage = lazy(async () => ({ default: (await import("./compliance/CompliancePage")).CompliancePage }));
const ComplianceTab = lazy(async () => ({ default: (await import("./compliance/ComplianceTab")).ComplianceTab }));
const JournalPage = lazy(async () => ({ default: (await import("./audit/JournalPage")).JournalPage }));

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
          <Resource
            name="use-cases"
            list={UseCaseList}
            show={UseCaseShow}
            create={DeclareUseCase}
            edit={AmendUseCase}
          />
          <Resource name="models" list={ModelsPage} show={ModelShow} />
          <Resource name="selection" list={SelectionPage} />
          <Resource name="evaluations" list={EvaluationsPage} />
          <Resource name="plan" list={PlanPage} />
          <Resource name="shadow-tools" list={ShadowToolsPage} />
          <Resource name="bricks" list={BricksPage} show={BrickShow} />
          <Resource name="training" list={TrainingPage} />
          <Resource name="organisations" list={OrganisationTree} show={OrganisationShow} />
          <Resource name="pools" list={PoolList} show={PoolShow} />
          <Resource name="requests" list={RequestsPage} show={RequestsPage} />
          <Resource name="rounds" list={RoundsPage} show={RoundShow} />
          <Resource name="compliance" list={CompliancePage} show={ComplianceTab} />
          <Resource name="simulations" list={SimulationsPage} show={SimulationShow} create={SimulationForm} />
          <Resource name="roadmaps" list={RoadmapsPage} show={RoadmapShow} />
          <Resource name="campaigns" list={CampaignsPage} show={CampaignShow} />
          <Resource name="declarations" show={DeclarationShow} />
          <Resource name="needs" show={NeedShow} />
          <Resource name="usage" list={UsagePage} />
          <Resource name="journal" list={JournalPage} />
          <Resource name="policies" list={RulesPage} />
          <Resource name="audit" list={AuditReportPage} />
        </Admin>
      </BrowserRouter>
    </ClientContext>
  );
}
