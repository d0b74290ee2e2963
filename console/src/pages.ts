import { createElement, type FunctionComponent, lazy, useState } from "react";

type View = "list" | "show" | "create" | "edit";

interface Page {
  readonly fetch: () => Promise<FunctionComponent>;
  readonly Shown: FunctionComponent;
}

/** A page whose code is fetched when it is first shown, or before by `fetch`. */
function page(load: () => Promise<FunctionComponent>): Page {
  let fetched: FunctionComponent | null = null;
  const fetch = async () => (fetched ??= await load());
  const Fetching = lazy(async () => ({ default: await fetch() }));
  return {
    fetch,
    // A lazy component shows its fallback once, even for code that is there, and React keeps a fallback for 300 ms.
    Shown: function Shown() {
      const [component] = useState(() => fetched ?? Fetching);
      return createElement(component);
    },
  };
}

const home = page(async () => (await import("./home/HomePage")).HomePage);

/** What each address shows, by resource: its code is fetched when it is first asked for. */
const PAGES: Readonly<Record<string, Readonly<Partial<Record<View, Page>>>>> = {
  "use-cases": {
    list: page(async () => (await import("./registry/UseCaseList")).UseCaseList),
    show: page(async () => (await import("./registry/UseCaseShow")).UseCaseShow),
    create: page(async () => (await import("./registry/DeclareUseCase")).DeclareUseCase),
    edit: page(async () => (await import("./registry/dossier/AmendUseCase")).AmendUseCase),
  },
  models: {
    list: page(async () => (await import("./models/ModelsPage")).ModelsPage),
    show: page(async () => (await import("./models/ModelShow")).ModelShow),
  },
  selection: { list: page(async () => (await import("./selection/SelectionPage")).SelectionPage) },
  evaluations: { list: page(async () => (await import("./evaluations/EvaluationsPage")).EvaluationsPage) },
  plan: { list: page(async () => (await import("./plan/PlanPage")).PlanPage) },
  "shadow-tools": { list: page(async () => (await import("./portfolio/ShadowToolsPage")).ShadowToolsPage) },
  bricks: {
    list: page(async () => (await import("./portfolio/BricksPage")).BricksPage),
    show: page(async () => (await import("./portfolio/BrickShow")).BrickShow),
  },
  training: { list: page(async () => (await import("./portfolio/TrainingPage")).TrainingPage) },
  organisations: {
    list: page(async () => (await import("./tenancy/OrganisationTree")).OrganisationTree),
    show: page(async () => (await import("./tenancy/OrganisationShow")).OrganisationShow),
  },
  pools: {
    list: page(async () => (await import("./serving/PoolList")).PoolList),
    show: page(async () => (await import("./serving/PoolShow")).PoolShow),
  },
  requests: {
    list: page(async () => (await import("./ledger/RequestsPage")).RequestsPage),
    show: page(async () => (await import("./ledger/RequestsPage")).RequestsPage),
  },
  rounds: {
    list: page(async () => (await import("./rounds/RoundsPage")).RoundsPage),
    show: page(async () => (await import("./rounds/RoundShow")).RoundShow),
  },
  compliance: {
    list: page(async () => (await import("./compliance/CompliancePage")).CompliancePage),
    show: page(async () => (await import("./compliance/ComplianceTab")).ComplianceTab),
  },
  simulations: {
    list: page(async () => (await import("./simulation/SimulationsPage")).SimulationsPage),
    show: page(async () => (await import("./simulation/SimulationShow")).SimulationShow),
    create: page(async () => (await import("./simulation/SimulationForm")).SimulationForm),
  },
  roadmaps: {
    list: page(async () => (await import("./roadmaps/RoadmapsPage")).RoadmapsPage),
    show: page(async () => (await import("./roadmaps/RoadmapShow")).RoadmapShow),
  },
  campaigns: {
    list: page(async () => (await import("./capacity/CampaignsPage")).CampaignsPage),
    show: page(async () => (await import("./capacity/CampaignShow")).CampaignShow),
  },
  declarations: { show: page(async () => (await import("./capacity/DeclarationShow")).DeclarationShow) },
  needs: { show: page(async () => (await import("./capacity/NeedShow")).NeedShow) },
  usage: { list: page(async () => (await import("./ledger/UsagePage")).UsagePage) },
  journal: { list: page(async () => (await import("./audit/JournalPage")).JournalPage) },
  policies: { list: page(async () => (await import("./policies/RulesPage")).RulesPage) },
  audit: { list: page(async () => (await import("./audit-report/AuditReportPage")).AuditReportPage) },
};

/** Each resource with the components of its views. */
export const RESOURCES = Object.entries(PAGES).map(([name, views]) => ({
  name,
  views: Object.fromEntries(Object.entries(views).map(([view, { Shown }]) => [view, Shown])),
}));
export const HomePage = home.Shown;

/** The page at a path, as react-admin names its addresses; undefined where there is none. */
export function pageAt(pathname: string): Page | undefined {
  const [name = "", id, view] = pathname.split("/").slice(1);
  if (name === "") return home;
  const views = PAGES[name];
  if (id === undefined) return views?.list;
  if (id === "create") return views?.create;
  return view === "show" ? views?.show : views?.edit;
}

/** Fetches the code of the page at a path while the console asks who is there. */
export function fetchPage(pathname: string): void {
  // What fails here fails again where it is shown, and is said there.
  pageAt(pathname)
    ?.fetch()
    .catch(() => undefined);
}
