import type { Page } from "playwright-core";
import type { Scene } from "./console-scenes.ts";

const submit = (page: Page): Promise<void> => page.locator("[role=dialog] button[type=submit]").click();
const press = (page: Page, name: RegExp): Promise<void> => page.getByRole("button", { name }).first().click();

/** Models, selection, evaluations, and what bodies declare beside use cases. */
export const PORTFOLIO_SCENES: readonly Scene[] = [
  { name: "models", state: true, path: "/models", as: "ariane" },
  { name: "models-none", state: true, path: "/models?q=zzz&view=ending", as: "auditor" },
  { name: "model", path: "/models/transcription-fr/show", as: "ariane" },
  {
    name: "model-propose",
    state: true,
    path: "/models",
    as: "declarant",
    act: async (page) => {
      await press(page, /^(Proposer un modèle|Propose a model)$/u);
      await submit(page);
    },
  },
  {
    name: "model-deprecate",
    state: true,
    path: "/models/redaction-24b/show",
    as: "ariane",
    act: (page) => press(page, /^(Annoncer la fin|Announce its end)$/u),
  },
  {
    name: "model-assess",
    state: true,
    path: "/models/analyse-70b/show",
    as: "ariane",
    act: (page) => press(page, /^(Examiner|Look into it)$/u),
  },
  { name: "selection", path: "/selection", as: "cell" },
  {
    name: "selection-compare",
    state: true,
    path: "/selection",
    as: "auditor",
    act: (page) => press(page, /^(Ce que les poids changent|What weights change)$/u),
  },
  {
    name: "selection-weights",
    state: true,
    path: "/selection",
    as: "cell",
    act: async (page) => {
      await press(page, /^(Poids|Weights)$/u);
      await press(page, /^(Fixer d’autres poids|Set other weights)$/u);
      await submit(page);
    },
  },
  {
    name: "selection-score",
    state: true,
    path: "/selection",
    as: "cell",
    act: async (page) => {
      await press(page, /^(Noter un cas d’usage|Mark a use case)$/u);
      await submit(page);
    },
  },
  {
    name: "selection-convergence",
    state: true,
    path: "/selection",
    as: "cell",
    act: (page) => press(page, /^Convergence$/u),
  },
  { name: "evaluations", state: true, path: "/evaluations", as: "declarant" },
  { name: "evaluations-all", state: true, path: "/evaluations?view=all", as: "cell" },
  {
    name: "evaluation-publish",
    state: true,
    path: "/use-cases/uc-1/show?view=evaluations",
    as: "cell",
    act: async (page) => {
      await press(page, /^(Publier|Publish)$/u);
      await submit(page);
    },
  },
  { name: "use-case-evaluations", path: "/use-cases/uc-2/show?view=evaluations", as: "cell" },
  { name: "use-case-portfolio", state: true, path: "/use-cases/uc-1/show?view=portfolio", as: "declarant" },
  { name: "use-case-dossier", path: "/use-cases/uc-1/show?view=dossier", as: "declarant" },
  {
    name: "use-case-amend",
    path: "/use-cases/uc-7",
    as: "declarant",
    act: async (page) => {
      await page.locator("#dossier-labels").uncheck();
      await page.locator("#dossier-maxOutputTokens").fill("beaucoup");
      await page.locator("form button[type=submit]").click();
    },
  },
  {
    name: "use-case-conflict",
    state: true,
    path: "/use-cases/uc-1",
    as: "declarant",
    act: async (page) => {
      await page.locator("#dossier-goal").fill("Rendre ce temps au conseil, et le mesurer.");
      await page.locator("#dossier-reason").fill("Précision du but");
      await page.evaluate(() => sessionStorage.setItem("socle.fake.rival", "yes"));
      await page.locator("form button[type=submit]").click();
      await page.locator(".conflict").waitFor();
    },
  },
  { name: "shadow-tools", state: true, path: "/shadow-tools", as: "cell" },
  {
    name: "shadow-tool",
    state: true,
    path: "/shadow-tools",
    as: "declarant",
    act: (page) => press(page, /^Résumeur de réunions$/u),
  },
  {
    name: "shadow-tool-answer",
    state: true,
    path: "/shadow-tools?view=DECLARED",
    as: "cell",
    act: async (page) => {
      await press(page, /^Traducteur grand public$/u);
      await press(page, /^(Répondre|Answer)$/u);
      await submit(page);
    },
  },
  { name: "bricks", state: true, path: "/bricks", as: "auditor" },
  { name: "brick", state: true, path: "/bricks/brick-1/show", as: "ariane" },
  { name: "training", state: true, path: "/training", as: "auditor" },
  { name: "training-list", state: true, path: "/training?view=all", as: "validator" },
  {
    name: "training-declare",
    state: true,
    path: "/training",
    as: "declarant",
    act: async (page) => {
      await press(page, /^(Déclarer une formation|Declare training)$/u);
      await submit(page);
    },
  },
];
