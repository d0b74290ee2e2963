import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { AuthContext, I18nContext } from "react-admin";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router";
import { describe, expect, it } from "vitest";
import {
  Budgets,
  type BudgetsData,
  GovernanceEvents,
  type GovernanceEventsData,
  Home,
  HomeCapacity,
  type HomeCapacityData,
  HomeCell,
  type HomeCellData,
  type HomeData,
  HomeDesk,
  type HomeDeskData,
  HomeState,
  type HomeStateData,
  type MeData,
  type Operation,
  Organisations,
  type OrganisationsData,
  type Role,
} from "../generated/operations";
import { i18nProvider } from "../i18n/i18n-provider";
import { makeAuthProvider } from "../providers/auth-provider";
import { ClientContext } from "../providers/client-context";
import type { SocleClient } from "../providers/socle-client";
import { HomePage } from "./HomePage";

const body = (id: string, name: string, parentId: string | null) => ({
  ...{ id, name, parentId, acronym: null, slug: id, kind: "MINISTRY" as const },
  ...{ siren: null, siret: null, validFrom: "2026-01-01T00:00:00Z", validTo: null, useCaseCount: 0 },
});
const ORGANISATIONS = [body("state", "État", null), body("own", "Culture", "state"), body("other", "Travail", "state")];

const budget = (nodeId: string, nodeName: string) => ({
  ...{ id: nodeId, nodeId, nodeName, unit: "EURO" as const, amount: 100, period: "MONTH" as const },
  ...{ periodStart: "2026-11-01T00:00:00Z", periodEnd: "2026-12-01T00:00:00Z", settled: 40, leased: 0, left: 60 },
  ...{ modelId: null, onExhaust: "WARN" as const, hard: false, firstMonth: 1 },
});
const none = { edges: [] };

/** What the server would answer, whoever asks: a page that shows more than its reader's part is caught by it. */
const ANSWERS: readonly (readonly [Operation<unknown, never>, unknown])[] = [
  [Home, { tasks: [] } satisfies HomeData],
  [Organisations, { organisations: ORGANISATIONS } satisfies OrganisationsData],
  [Budgets, { budgets: [budget("own", "Culture"), budget("other", "Travail")] } satisfies BudgetsData],
  [HomeCapacity, { pools: [] } satisfies HomeCapacityData],
  [HomeState, { allocationRounds: none, campaigns: none } satisfies HomeStateData],
  [HomeCell, { dueEvaluations: none } satisfies HomeCellData],
  [
    HomeDesk,
    {
      ...{ incidents: none, derogations: none, complianceQuestions: none, useCaseReviews: none },
      useCases: { totalCount: 0, edges: [] },
    } satisfies HomeDeskData,
  ],
  [GovernanceEvents, recent()],
];

function recent(): GovernanceEventsData {
  const node = {
    ...{ id: "event", at: "2026-11-24T10:00:00Z", actor: "person", actorName: "Camille", useCase: "registry.merge" },
    ...{ subjectType: "UseCase", subjectId: null, data: {}, organisation: null },
  };
  return { governanceEvents: { pageInfo: { hasNextPage: false, endCursor: null }, edges: [{ cursor: "1", node }] } };
}

/** Operations that take something are asked with it. */
const VARIABLES: Readonly<Partial<Record<string, object>>> = { GovernanceEvents: { first: 20 } };

/** The headings of the home of somebody with these roles, and its whole text. */
function homeOf(roles: readonly Role[], abilities: readonly string[] = []) {
  const person: NonNullable<MeData["me"]> = {
    ...{ id: "me", name: "Camille", email: "c@culture.example", contractor: false, mfa: true, csrfToken: "" },
    abilities,
    memberships: roles.map((role) => ({
      ...{ id: role, role, validFrom: "2026-01-01T00:00:00Z", validTo: null },
      organisation: body("own", "Culture", "state"),
    })),
  };
  const client = { run: () => new Promise(() => undefined) } as unknown as SocleClient;
  const queries = new QueryClient();
  queries.setQueryData(["auth", "getIdentity"], { id: "me", fullName: "Camille", person });
  for (const [{ name }, answer] of ANSWERS) queries.setQueryData([name, VARIABLES[name] ?? {}, undefined], answer);
  const page = renderToStaticMarkup(
    <ClientContext value={client}>
      <QueryClientProvider client={queries}>
        <AuthContext value={makeAuthProvider(client)}>
          <I18nContext value={i18nProvider}>
            <MemoryRouter>
              <HomePage />
            </MemoryRouter>
          </I18nContext>
        </AuthContext>
      </QueryClientProvider>
    </ClientContext>,
  );
  return { page, sections: [...page.matchAll(/<h2[^>]*>([^<]*)/gu)].map(([, title]) => title) };
}

const t = (key: string, options: object = {}) => i18nProvider.translate(key, options);
const TO_DO = t("home.toDo");
const STATE = [t("home.stateCapacity"), t("home.rounds"), t("menu.campaigns")];
const DESK = ["incidents", "derogations", "questions", "reviews"].map((tab) => t(`desk.tab.${tab}`));
const CELL = t("evaluations.view.due");
const OWN = [t("home.capacity"), t("home.budget", { name: "Culture" })];

describe("the home", () => {
  it.each<[Role, readonly string[]]>([
    ["DECLARANT", OWN],
    ["VALIDATOR", OWN],
    ["ARIANE_OPERATOR", STATE],
    ["COMPLIANCE", [DESK[0] ?? "", t("home.suspended", { smart_count: 0 }), ...DESK.slice(1)]],
    ["AI_CELL", [CELL]],
    ["COMMITTEE", [CELL]],
    ["AUDITOR", []],
  ])("of a %s shows what they follow, and nothing of another role's", (role, expected) => {
    expect(homeOf([role]).sections).toEqual([TO_DO, ...expected]);
  });

  it("adds up over the roles of one person", () => {
    expect(homeOf(["COMPLIANCE", "DECLARANT"]).sections).toEqual(expect.arrayContaining([...DESK, ...OWN]));
  });

  it("shows a ministry its own budget, and no other role any", () => {
    expect(homeOf(["DECLARANT"]).page).not.toContain("Travail");
    for (const role of ["ARIANE_OPERATOR", "COMPLIANCE", "AI_CELL", "AUDITOR"] as const)
      expect(homeOf([role]).page).not.toContain(t("budget.settled"));
  });

  it("shows the last acts to whoever may read the journal, and to nobody else", () => {
    expect(homeOf(["AUDITOR"], ["read:GovernanceEvent"]).sections).toEqual([TO_DO, t("home.recent")]);
    expect(homeOf(["AUDITOR"]).sections).toEqual([TO_DO]);
  });

  it("says to somebody who is waited for by nobody when that will change", () => {
    expect(homeOf(["DECLARANT"]).page).toContain(t("home.nothingLead"));
  });
});
