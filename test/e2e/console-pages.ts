import type { Page } from "playwright-core";
import type { Look } from "./console-browser.ts";
import type { PersonName } from "./console-stage.ts";

export interface ConsolePage {
  readonly name: string;
  /** With `{list:name}` for the ids of the sample registry. */
  readonly path: string;
  readonly as: PersonName;
  /** Dense enough that a narrow window may break it. */
  readonly dense?: true;
  /** Brings the page into a state that its address alone does not show. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Page of a part of the compliance desk. */
export const desk = (tab: string): string => `/compliance/${tab}/show`;
const CAMPAIGN = "/campaigns/{campaigns:Recensement}/show";

/** Every page of the console, with the person who comes to it. */
export const PAGES: readonly ConsolePage[] = [
  { name: "sign-in", path: "/sign-in", as: "nobody" },
  { name: "home", path: "/", as: "validator", dense: true },
  { name: "home-ariane", path: "/", as: "ariane" },
  { name: "home-compliance", path: "/", as: "compliance" },
  { name: "pools", path: "/pools", as: "ariane" },
  { name: "pool", path: "/pools/{pools:h100}/show", as: "ariane", dense: true },
  { name: "campaigns", path: "/campaigns", as: "ariane" },
  { name: "campaign", path: CAMPAIGN, as: "ariane" },
  { name: "campaign-consolidation", path: `${CAMPAIGN}?view=consolidation`, as: "ariane", dense: true },
  { name: "declaration", path: "/declarations/{capacityDeclarations}/show", as: "auditor" },
  { name: "need", path: "/needs/{capacityNeeds}/show", as: "auditor", dense: true },
  { name: "rounds", path: "/rounds", as: "ariane" },
  { name: "round", path: "/rounds/{allocationRounds}/show", as: "ariane", dense: true },
  { name: "use-cases", path: "/use-cases", as: "validator" },
  { name: "use-case", path: "/use-cases/{useCases:ia-justice}/show", as: "compliance", dense: true },
  { name: "use-case-dossier", path: "/use-cases/{useCases:l-assistant}/show?view=dossier", as: "team" },
  { name: "use-case-evaluations", path: "/use-cases/{useCases:l-assistant}/show?view=evaluations", as: "cell" },
  { name: "use-case-portfolio", path: "/use-cases/{useCases:l-assistant}/show?view=portfolio", as: "team" },
  { name: "use-case-compliance", path: "/use-cases/{useCases:ia-justice}/show?view=compliance", as: "judge" },
  { name: "use-case-suspended", path: "/use-cases/{useCases:assistant-justice}/show", as: "judge" },
  { name: "use-case-amend", path: "/use-cases/{useCases:analyse-offres}", as: "declarant", dense: true },
  { name: "declare", path: "/use-cases/create", as: "declarant", dense: true },
  { name: "selection", path: "/selection", as: "cell", dense: true },
  { name: "evaluations", path: "/evaluations", as: "cell" },
  { name: "evaluations-all", path: "/evaluations?view=all", as: "cell" },
  { name: "models", path: "/models", as: "ariane" },
  { name: "model", path: "/models/{models:mistral-small}/show", as: "ariane", dense: true },
  { name: "requests", path: "/requests", as: "compliance" },
  { name: "why-served", path: "/requests/{served}/show", as: "compliance" },
  { name: "why-refused", path: "/requests/{refused}/show", as: "compliance", dense: true },
  { name: "roadmaps", path: "/roadmaps", as: "ariane" },
  { name: "roadmap", path: "/roadmaps/{roadmaps}/show", as: "auditor" },
  { name: "plan", path: "/plan", as: "cell" },
  { name: "plan-indicators", path: "/plan?kind=indicator", as: "auditor", dense: true },
  { name: "plan-record", path: "/plan?kind=sourcing&open={planRecords:Transcription}", as: "judge" },
  { name: "shadow-tools", path: "/shadow-tools", as: "cell" },
  { name: "bricks", path: "/bricks", as: "auditor" },
  { name: "brick", path: "/bricks/{bricks}/show", as: "ariane" },
  { name: "training", path: "/training", as: "auditor" },
  { name: "training-list", path: "/training?view=all", as: "validator" },
  { name: "compliance", path: "/compliance", as: "compliance" },
  { name: "derogations", path: `${desk("derogations")}?open={derogations}`, as: "compliance" },
  { name: "questions", path: `${desk("questions")}?open={complianceQuestions}`, as: "compliance" },
  { name: "doctrine", path: `${desk("doctrine")}?open={doctrine}`, as: "auditor" },
  { name: "assessments", path: desk("assessments"), as: "compliance" },
  { name: "reviews", path: `${desk("reviews")}?open={useCaseReviews}`, as: "compliance" },
  { name: "incidents", path: `${desk("incidents")}?open={incidents}`, as: "compliance", dense: true },
  { name: "opinions", path: `${desk("opinions")}?open={committeeOpinions}`, as: "compliance" },
  { name: "registers", path: desk("registers"), as: "compliance" },
  { name: "policies", path: "/policies", as: "compliance" },
  { name: "simulations", path: "/simulations", as: "auditor" },
  { name: "simulation", path: "/simulations/{simulations}/show", as: "compliance" },
  { name: "simulation-form", path: "/simulations/create", as: "compliance" },
  { name: "usage", path: "/usage", as: "auditor", dense: true },
  { name: "journal", path: "/journal", as: "auditor" },
  { name: "audit", path: "/audit", as: "compliance" },
  { name: "organisations", path: "/organisations", as: "auditor" },
  { name: "organisation", path: "/organisations/{organisations:economie}/show", as: "ariane", dense: true },
];

const look = (locale: Look["locale"], theme: Look["theme"], width: number, height: number): Look => ({
  ...{ locale, theme, width, height },
});
export const FRENCH = look("fr", "light", 1440, 900);
export const ENGLISH = look("en", "dark", 1440, 900);
export const PHONE = look("fr", "light", 390, 844);
export const SMALL_PHONE = look("en", "dark", 320, 700);
