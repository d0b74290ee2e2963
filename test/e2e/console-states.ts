import type { Page } from "playwright-core";
import { desk, type ConsolePage } from "./console-pages.ts";

const send = (page: Page): Promise<void> => page.locator("[role=dialog] button[type=submit]").click();
const press = (page: Page, name: RegExp): Promise<void> => page.getByRole("button", { name }).first().click();
/** Opens a dialog and sends it as it is: what is missing is said beside each field. */
const sentEmpty = (name: RegExp) => async (page: Page) => {
  await press(page, name);
  await send(page);
};
const JUSTICE = "/use-cases/{useCases:ia-justice}/show";
const CAMPAIGN = "/campaigns/{campaigns:Capacit}/show";

/** States of pages that their address alone does not show, and narrowed lists: each looked at once. */
export const STATES: readonly ConsolePage[] = [
  { name: "use-cases-none", path: "/use-cases?q=zzz", as: "validator" },
  { name: "use-case-suspend", path: JUSTICE, as: "compliance", act: (page) => press(page, /^(Suspendre|Suspend)$/u) },
  {
    name: "declare-errors",
    path: "/use-cases/create",
    as: "declarant",
    act: (page) => page.locator("form button[type=submit]").click(),
  },
  {
    name: "use-case-evidence",
    path: JUSTICE,
    as: "judge",
    act: (page) => press(page, /^(Pièces du dossier|Pieces on file)$/u),
  },
  { name: "use-case-record", path: JUSTICE, as: "judge", act: sentEmpty(/^(Apporter la pièce|Bring the piece) /u) },
  { name: "use-case-budgets", path: JUSTICE, as: "ariane", act: (page) => press(page, /^Budgets$/u) },
  {
    name: "use-case-screening",
    path: `${JUSTICE}?view=compliance`,
    as: "judge",
    act: (page) => press(page, /^(Répondre|Answer)/u),
  },
  {
    name: "use-case-amend-errors",
    path: "/use-cases/{useCases:analyse-offres}",
    as: "declarant",
    act: async (page) => {
      await page.locator("#dossier-maxOutputTokens").fill("beaucoup");
      await page.locator("form button[type=submit]").click();
    },
  },
  {
    name: "round-why",
    path: "/rounds/{allocationRounds}/show",
    as: "ariane",
    act: (page) => press(page, /Synthèse d.auditions/u),
  },
  { name: "roadmaps-consolidation", path: "/roadmaps", as: "ariane", act: (page) => press(page, /^Consolidation$/u) },
  {
    name: "roadmap-dependency",
    path: "/roadmaps/{roadmaps:economie}/show",
    as: "declarant",
    act: sentEmpty(/^(Ajouter une dépendance|Add a dependency)$/u),
  },
  {
    name: "roadmap-actions",
    path: "/roadmaps/{roadmaps}/show",
    as: "auditor",
    act: (page) => press(page, /^Actions$/u),
  },
  {
    name: "campaign-import",
    path: CAMPAIGN,
    as: "declarant",
    act: async (page) => {
      await press(page, /^(Fichiers|Files)$/u);
      const file = { name: "declaration.csv", mimeType: "text/csv", buffer: Buffer.from("reference\nA") };
      await page.locator("#import-file").setInputFiles(file);
      await page.locator("form button[type=submit]").click();
      await page.locator("table").first().waitFor();
    },
  },
  { name: "campaign-need-edit", path: "/needs/{capacityNeeds}/show", as: "auditor" },
  { name: "simulations-reader", path: "/simulations", as: "declarant" },
  { name: "simulation-narrowed", path: "/simulations/{simulations}/show?kind=EASED", as: "compliance" },
  {
    name: "simulation-form-errors",
    path: "/simulations/create",
    as: "compliance",
    act: (page) => page.locator("form button[type=submit]").click(),
  },
  {
    name: "budget-set",
    path: "/organisations/{organisations:economie}/show",
    as: "ariane",
    act: sentEmpty(/^(Modifier|Change) /u),
  },
  {
    name: "policies-propose",
    path: "/policies",
    as: "compliance",
    act: sentEmpty(/^(Proposer des règles|Propose rules)$/u),
  },
  { name: "audit-not-you", path: "/audit", as: "validator" },
  {
    name: "pool-rights",
    path: "/pools/{pools:h100}/show",
    as: "ariane",
    act: (page) => press(page, /^(Droits|Rights)$/u),
  },
  {
    name: "pool-grant",
    path: "/pools/{pools:h100}/show",
    as: "ariane",
    act: (page) => press(page, /^(Accorder un droit|Grant a right)$/u),
  },
  { name: "requests-caller", path: "/requests?useCase={useCases:l-assistant}", as: "compliance" },
  {
    name: "usage-table",
    path: "/usage",
    as: "auditor",
    act: (page) => press(page, /^(Voir en tableau|View as table)$/u),
  },
  { name: "models-none", path: "/models?q=zzz&view=ending", as: "auditor" },
  {
    name: "model-propose",
    path: "/models",
    as: "declarant",
    act: sentEmpty(/^(Proposer un modèle|Propose a model)$/u),
  },
  {
    name: "model-assess",
    path: "/models/{models:juriste}/show",
    as: "ariane",
    act: (page) => press(page, /^(Examiner|Look into it)$/u),
  },
  {
    name: "model-deprecate",
    path: "/models/{models:devstral}/show",
    as: "ariane",
    act: (page) => press(page, /^(Annoncer la fin|Announce its end)$/u),
  },
  {
    name: "selection-compare",
    path: "/selection",
    as: "auditor",
    act: (page) => press(page, /^(Ce que les poids changent|What weights change)$/u),
  },
  {
    name: "selection-weights",
    path: "/selection",
    as: "cell",
    act: async (page) => {
      await press(page, /^(Poids|Weights)$/u);
      await sentEmpty(/^(Fixer d’autres poids|Set other weights)$/u)(page);
    },
  },
  {
    name: "selection-score",
    path: "/selection",
    as: "cell",
    act: sentEmpty(/^(Noter un cas d’usage|Mark a use case)$/u),
  },
  { name: "selection-convergence", path: "/selection", as: "cell", act: (page) => press(page, /^Convergence$/u) },
  {
    name: "evaluation-publish",
    path: `${JUSTICE}?view=evaluations`,
    as: "cell",
    act: sentEmpty(/^(Publier|Publish)$/u),
  },
  {
    name: "plan-write-errors",
    path: "/plan?kind=lever",
    as: "declarant",
    act: sentEmpty(/^(Écrire|Write)$/u),
  },
  { name: "shadow-tool", path: "/shadow-tools", as: "judge", act: (page) => press(page, /^Résumeur de réunions/u) },
  {
    name: "shadow-tool-answer",
    path: "/shadow-tools?view=DECLARED",
    as: "cell",
    act: async (page) => {
      await press(page, /^Résumeur de réunions/u);
      await sentEmpty(/^(Répondre|Answer)$/u)(page);
    },
  },
  {
    name: "training-declare",
    path: "/training",
    as: "declarant",
    act: sentEmpty(/^(Déclarer une formation|Declare training)$/u),
  },
  {
    name: "derogation-ask",
    path: desk("derogations"),
    as: "declarant",
    act: sentEmpty(/^(Demander une dérogation|Ask for a derogation)$/u),
  },
  { name: "doctrine-none", path: `${desk("doctrine")}?q=zzz`, as: "auditor" },
  {
    name: "review-give",
    path: desk("reviews"),
    as: "compliance",
    act: async (page) => {
      await press(page, /^(Donner un avis|Give a review)$/u);
      await page.locator("#review-opinion").selectOption("WITH_RESERVES");
      await press(page, /^(Ajouter|Add)/u);
    },
  },
  { name: "palette", path: "/pools", as: "ariane", act: (page) => page.keyboard.press("Control+k") },
];
