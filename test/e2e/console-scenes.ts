import type { Page } from "playwright-core";
import type { Look } from "./console-browser.ts";
import { COMPLIANCE_SCENES } from "./console-compliance-scenes.ts";
import { PORTFOLIO_SCENES } from "./console-portfolio-scenes.ts";

export interface Scene {
  readonly name: string;
  readonly path: string;
  readonly as: string;
  /** Looked at in one look only: a state of a page that others show too. */
  readonly state?: true;
  /** Exists on phones only. */
  readonly narrowOnly?: true;
  /** Brings the page into the state to look at. */
  readonly act?: (page: Page) => Promise<void>;
}

const REQUEST = "r1-01KAT7204118-40007QK2";
const BUDGET_REQUEST = "r1-01KAT7204116-39987QK2";

const SCENES: readonly Scene[] = [
  { name: "sign-in", path: "/sign-in", as: "" },
  { name: "home", path: "/", as: "validator" },
  { name: "home-ariane", state: true, path: "/", as: "ariane" },
  { name: "use-cases", path: "/use-cases", as: "validator" },
  { name: "use-cases-none", state: true, path: "/use-cases?q=zzz", as: "validator" },
  { name: "use-case", path: "/use-cases/uc-1/show", as: "compliance" },
  { name: "use-case-suspended", state: true, path: "/use-cases/uc-8/show", as: "validator" },
  {
    name: "use-case-suspend",
    state: true,
    path: "/use-cases/uc-2/show",
    as: "compliance",
    act: (page) => page.getByRole("button", { name: /^(Suspendre|Suspend)$/u }).click(),
  },
  {
    name: "declare",
    path: "/use-cases/create",
    as: "declarant",
    act: (page) => page.locator("form button[type=submit]").click(),
  },
  {
    name: "use-case-evidence",
    path: "/use-cases/uc-1/show",
    as: "declarant",
    act: (page) => page.getByRole("button", { name: /^(Pièces du dossier|Pieces on file)$/u }).click(),
  },
  {
    name: "use-case-record",
    state: true,
    path: "/use-cases/uc-1/show",
    as: "declarant",
    act: async (page) => {
      await page
        .getByRole("button", { name: /^(Verser la pièce|Record the piece) /u })
        .first()
        .click();
      await page.locator("dialog button[type=submit], [role=dialog] button[type=submit]").click();
    },
  },
  {
    name: "use-case-budgets",
    state: true,
    path: "/use-cases/uc-1/show",
    as: "validator",
    act: (page) => page.getByRole("button", { name: "Budgets", exact: true }).click(),
  },
  { name: "rounds", path: "/rounds", as: "ariane", state: true },
  { name: "round", state: true, path: "/rounds/round-1/show", as: "ariane" },
  {
    name: "round-why",
    state: true,
    path: "/rounds/round-1/show",
    as: "validator",
    act: (page) => page.getByRole("button", { name: "Synthèse de dossiers" }).click(),
  },
  { name: "roadmaps", state: true, path: "/roadmaps", as: "ariane" },
  {
    name: "roadmaps-consolidation",
    state: true,
    path: "/roadmaps",
    as: "ariane",
    act: (page) => page.getByRole("button", { name: "Consolidation", exact: true }).click(),
  },
  { name: "roadmap", state: true, path: "/roadmaps/roadmap-1/show", as: "declarant" },
  {
    name: "roadmap-dependency",
    state: true,
    path: "/roadmaps/roadmap-1/show",
    as: "declarant",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Ajouter une dépendance|Add a dependency)$/u }).click();
      await page.locator("[role=dialog] button[type=submit]").click();
    },
  },
  {
    name: "roadmap-actions",
    state: true,
    path: "/roadmaps/roadmap-1/show",
    as: "validator",
    act: (page) => page.getByRole("button", { name: "Actions", exact: true }).click(),
  },
  { name: "campaigns", state: true, path: "/campaigns", as: "ariane" },
  { name: "campaign", state: true, path: "/campaigns/campaign-1/show", as: "declarant" },
  {
    name: "campaign-import",
    state: true,
    path: "/campaigns/campaign-1/show",
    as: "declarant",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Fichiers|Files)$/u }).click();
      await page
        .locator("#import-file")
        .setInputFiles({ name: "declaration.csv", mimeType: "text/csv", buffer: Buffer.from("reference\nA") });
      await page.locator("form button[type=submit]").click();
      await page.getByText("E7", { exact: true }).waitFor();
    },
  },
  {
    name: "campaign-consolidation",
    state: true,
    path: "/campaigns/campaign-1/show",
    as: "ariane",
    act: async (page) => {
      await page.getByRole("button", { name: "Consolidation", exact: true }).click();
      await page.getByText("SITE-C-02", { exact: true }).waitFor();
    },
  },
  { name: "campaign-declaration", path: "/declarations/declaration-1/show", as: "validator" },
  {
    name: "campaign-line",
    state: true,
    path: "/declarations/declaration-3/show",
    as: "declarant",
    act: async (page) => {
      await page.getByRole("button", { name: "SITE-A-01" }).click();
      await page.locator("#cell-site").fill("");
      await page.locator("[role=dialog] button[type=submit]").click();
    },
  },
  { name: "campaign-need", path: "/needs/need-1/show", as: "declarant" },
  {
    name: "campaign-need-edit",
    state: true,
    path: "/needs/need-1/show",
    as: "declarant",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Modifier le besoin|Change the need)$/u }).click();
      await page.locator("#cell-title").fill("");
      await page.locator("[role=dialog] button[type=submit]").click();
    },
  },
  { name: "simulations", state: true, path: "/simulations", as: "compliance" },
  { name: "simulations-reader", state: true, path: "/simulations", as: "auditor" },
  { name: "simulation", path: "/simulations/sim-1/show", as: "compliance" },
  { name: "simulation-running", state: true, path: "/simulations/sim-2/show", as: "compliance" },
  { name: "simulation-failed", state: true, path: "/simulations/sim-0/show", as: "compliance" },
  {
    name: "simulation-narrowed",
    state: true,
    path: "/simulations/sim-1/show?kind=EASED",
    as: "compliance",
    act: (page) =>
      page
        .getByRole("status")
        .filter({ hasText: /Avertissement levé|Warning lifted/u })
        .waitFor(),
  },
  {
    name: "simulation-form",
    path: "/simulations/create",
    as: "compliance",
    act: (page) => page.locator("form button[type=submit]").click(),
  },
  { name: "organisation", path: "/organisations/mtravail/show", as: "ariane" },
  {
    name: "budget-set",
    state: true,
    path: "/organisations/mtravail/show",
    as: "ariane",
    act: async (page) => {
      await page
        .getByRole("button", { name: /^(Modifier|Change) /u })
        .first()
        .click();
      await page.locator("[role=dialog] button[type=submit]").click();
    },
  },
  { name: "policies", path: "/policies", as: "compliance" },
  {
    name: "policies-proposal",
    state: true,
    path: "/policies",
    as: "compliance",
    act: (page) => page.getByRole("button", { name: /^Étendre la qualification/u }).click(),
  },
  {
    name: "policies-propose",
    state: true,
    path: "/policies",
    as: "compliance",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Proposer des règles|Propose rules)$/u }).click();
      await page.locator("[role=dialog] button[type=submit]").click();
    },
  },
  { name: "audit-report", path: "/audit", as: "compliance" },
  { name: "audit-report-not-you", state: true, path: "/audit", as: "validator" },
  {
    name: "pool-rights",
    state: true,
    path: "/pools/nord/show",
    as: "ariane",
    act: (page) => page.getByRole("button", { name: /^(Droits|Rights)$/u }).click(),
  },
  {
    name: "pool-stale",
    state: true,
    path: "/pools/nord/show",
    as: "ariane",
    act: (page) => goDown(page),
  },
  {
    name: "use-cases-error",
    state: true,
    path: "/pools",
    as: "ariane",
    act: async (page) => {
      await page.evaluate(() => sessionStorage.setItem("socle.fake.down", "yes"));
      await page.locator('.side a[href="/use-cases"]').click();
      await page.getByRole("alert").first().waitFor();
    },
  },
  {
    name: "drawer",
    narrowOnly: true,
    path: "/pools",
    as: "ariane",
    act: async (page) => {
      await page.getByRole("button", { name: /^(Ouvrir le menu|Open the menu)$/u }).click();
      await page.locator(".side.drawer").waitFor();
    },
  },
  {
    name: "requests-caller",
    state: true,
    path: "/requests?useCase=uc-2&application=app-uc-2-1",
    as: "compliance",
  },
  { name: "organisations", path: "/organisations", as: "auditor" },
  { name: "pools", path: "/pools", as: "ariane" },
  { name: "pool-live", path: "/pools/nord/show", as: "ariane" },
  {
    name: "pool-grant",
    state: true,
    path: "/pools/nord/show",
    as: "ariane",
    act: (page) => page.getByRole("button", { name: /^(Accorder un droit|Grant a right)$/u }).click(),
  },
  { name: "requests", path: "/requests", as: "compliance" },
  { name: "why-pools", state: true, path: `/requests/${REQUEST}/show`, as: "compliance" },
  { name: "why-budget", path: `/requests/${BUDGET_REQUEST}/show`, as: "compliance" },
  { name: "usage", path: "/usage", as: "auditor" },
  {
    name: "usage-table",
    state: true,
    path: "/usage",
    as: "auditor",
    act: (page) => page.getByRole("button", { name: /^(Voir en tableau|View as table)$/u }).click(),
  },
  { name: "journal", path: "/journal", as: "auditor" },
  ...PORTFOLIO_SCENES,
  ...COMPLIANCE_SCENES,
  { name: "palette", state: true, path: "/pools", as: "ariane", act: (page) => page.keyboard.press("Control+k") },
];

/** The control plane no longer answers: the figures stay, with their time. */
async function goDown(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.setItem("socle.fake.down", "yes"));
  await page.getByRole("alert").first().waitFor();
}

export const wide = (locale: Look["locale"], theme: Look["theme"]): Look => ({
  locale,
  theme,
  width: 1440,
  height: 900,
});
export const LOOKS: readonly Look[] = [
  wide("fr", "light"),
  wide("en", "dark"),
  { locale: "fr", theme: "light", width: 768, height: 1024 },
  { locale: "fr", theme: "light", width: 390, height: 844 },
  { locale: "en", theme: "dark", width: 320, height: 700 },
];

const NARROW = [
  "home",
  "use-case",
  "pool-live",
  "why-budget",
  "usage",
  "declare",
  "use-case-evidence",
  "organisation",
  "campaign-need",
  "campaign-consolidation",
  "model",
  "use-case-amend",
  "use-case-evaluations",
  "selection",
  "incidents",
  "incident",
  "use-case-compliance",
];
const PHONE = ["drawer", "pool-stale"];

/**
 * Every page at full width in two looks, which are both languages and both themes; states in one of the two, in turn;
 * narrow widths on the densest pages.
 */
export function scenesFor(look: Look): readonly Scene[] {
  const names = look.width < 700 ? [...NARROW, ...PHONE] : NARROW;
  if (look.width < 1440) return SCENES.filter((scene) => names.includes(scene.name));
  const turn = look.locale === "fr" ? 0 : 1;
  return SCENES.filter(
    (scene, place) => scene.narrowOnly === undefined && (scene.state === undefined || place % 2 === turn),
  );
}
