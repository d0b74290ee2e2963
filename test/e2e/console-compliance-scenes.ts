import type { Page } from "playwright-core";
import type { Scene } from "./console-scenes.ts";

const submit = (page: Page): Promise<void> => page.locator("[role=dialog] button[type=submit]").click();
const press = (page: Page, name: RegExp): Promise<void> => page.getByRole("button", { name }).first().click();
const tab = (name: string): string => `/compliance/${name}/show`;

/** The compliance desk: its parts, one record of each, and acts on them. */
export const COMPLIANCE_SCENES: readonly Scene[] = [
  { name: "compliance", path: "/compliance", as: "compliance" },
  { name: "derogations", path: tab("derogations"), as: "compliance" },
  { name: "derogation", state: true, path: `${tab("derogations")}?open=derogation-2`, as: "compliance" },
  {
    name: "derogation-grant",
    state: true,
    path: `${tab("derogations")}?open=derogation-2`,
    as: "compliance",
    act: async (page) => {
      await press(page, /^(Accorder|Grant)$/u);
      await submit(page);
    },
  },
  {
    name: "derogation-ask",
    state: true,
    path: tab("derogations"),
    as: "declarant",
    act: async (page) => {
      await press(page, /^(Demander une dérogation|Ask for a derogation)$/u);
      await submit(page);
    },
  },
  { name: "questions", state: true, path: tab("questions"), as: "compliance" },
  { name: "question", state: true, path: `${tab("questions")}?open=question-2`, as: "compliance" },
  { name: "doctrine", state: true, path: `${tab("doctrine")}?open=note-1`, as: "auditor" },
  { name: "doctrine-none", state: true, path: `${tab("doctrine")}?q=zzz`, as: "auditor" },
  { name: "assessments", state: true, path: tab("assessments"), as: "compliance" },
  { name: "assessment", state: true, path: `${tab("assessments")}?open=assessment-2`, as: "validator" },
  { name: "reviews", state: true, path: tab("reviews"), as: "compliance" },
  { name: "review", state: true, path: `${tab("reviews")}?open=review-1`, as: "compliance" },
  {
    name: "review-give",
    state: true,
    path: tab("reviews"),
    as: "compliance",
    act: async (page) => {
      await press(page, /^(Donner un avis|Give a review)$/u);
      await page.locator("#review-opinion").selectOption("WITH_RESERVES");
      await press(page, /^(Ajouter|Add)/u);
    },
  },
  { name: "incidents", path: tab("incidents"), as: "compliance" },
  { name: "incident", state: true, path: `${tab("incidents")}?open=incident-1`, as: "compliance" },
  {
    name: "incident-suspend",
    state: true,
    path: `${tab("incidents")}?open=incident-1`,
    as: "compliance",
    act: (page) => press(page, /^(Suspendre le cas d.usage|Suspend the use case)$/u),
  },
  { name: "opinions", state: true, path: `${tab("opinions")}?open=opinion-1`, as: "compliance" },
  { name: "registers", path: tab("registers"), as: "compliance" },
  { name: "use-case-compliance", path: "/use-cases/uc-1/show?view=compliance", as: "declarant" },
  {
    name: "use-case-screening",
    state: true,
    path: "/use-cases/uc-1/show?view=compliance",
    as: "declarant",
    act: (page) => press(page, /^(Répondre|Answer)/u),
  },
];
