import { describe, expect, it } from "vitest";
import {
  aContent,
  aDependency,
  aFramework,
  anAction,
  anExercise,
} from "../../../../../test/builders/roadmap.builder.js";
import type { Roadmap, RoadmapContent } from "../roadmap.js";
import { consolidateRoadmaps } from "./consolidate-roadmaps.js";
import type { MinistryRoadmap } from "./consolidation-input.js";

const NOW = new Date("2026-12-31T10:00:00Z");
const settings = { ...anExercise, now: NOW, today: "2026-12-31", windowMonths: 6 };
const ministry = (name: string, content: RoadmapContent, roadmap: Partial<Roadmap> | null = {}): MinistryRoadmap => ({
  organisationId: name,
  organisationName: name,
  roadmap:
    roadmap === null
      ? null
      : {
          id: name,
          organisationId: name,
          year: 2026,
          state: "accepted",
          declaredBy: "a",
          submittedAt: new Date("2026-11-01T00:00:00Z"),
          version: 1,
          ...roadmap,
        },
  content,
});

describe("the State's consolidation", () => {
  const state = [
    ministry(
      "A",
      aContent({
        dependencies: [
          aDependency({ id: "a1", annualCostEuros: 40_000_000, renewalDate: "2027-03-01", noticeDate: "2026-12-15" }),
          aDependency({ id: "a2", vendor: "Microsoft", domain: "office_suite", annualCostEuros: 5, renewalDate: null }),
        ],
        actions: [
          anAction({
            id: "x",
            runDeltaEuros: -300,
            oneOffCostEuros: 600,
            progress: "done",
            usersMigrated: 5,
            usersTotal: 5,
          }),
          anAction({ id: "y", type: "insource", internalCostEuros: 1000, blocker: "No staff" }),
          anAction({ id: "z", runDeltaEuros: -999, progress: "abandoned" }),
        ],
        exitPlans: [
          {
            id: "p",
            dependencyId: "a1",
            exportFormat: "OVF",
            escrow: false,
            reversibilityClause: true,
            durationDays: 90,
            costEuros: 1,
            exercises: [],
          },
        ],
      }),
    ),
    ministry(
      "B",
      aContent({
        dependencies: [
          aDependency({
            id: "b1",
            vendor: " vmware ",
            annualCostEuros: 20_000_000,
            renewalDate: "2027-08-31",
            noticeDate: null,
          }),
        ],
      }),
    ),
    ministry(
      "C",
      aContent({
        dependencies: [
          aDependency({
            id: "c1",
            vendor: "VMware",
            annualCostEuros: 7,
            renewalDate: "2027-09-02",
            essential: true,
            target: "exit",
          }),
        ],
      }),
      { state: "draft", submittedAt: null },
    ),
    ministry("D", { dependencies: [], actions: [], exitPlans: [], plannedSpend: [], trajectory: [] }, null),
  ];
  const report = consolidateRoadmaps(state, settings);

  it("counts every euro once: vendors, domains and ministries sum to the same", () => {
    const sum = (rows: readonly { readonly euros: number }[]) => rows.reduce((total, { euros }) => total + euros, 0);
    expect(report.totalEuros).toBe(60_000_012);
    expect([sum(report.vendors), sum(report.domains), sum(report.ministries)]).toEqual([
      60_000_012, 60_000_012, 60_000_012,
    ]);
    expect(report.seals.reduce((total, { lines }) => total + lines, 0)).toBe(4);
  });

  it("gathers a vendor under one name, and sets it beside the plan's figure", () => {
    expect(report.vendors[0]).toEqual({ vendor: "VMware", euros: 60_000_007, lines: 3, ministries: 3 });
    expect(report.references.map(({ label, declaredEuros }) => [label, declaredEuros])).toEqual([
      ["Total", 60_000_012],
      ["VMware", 60_000_007],
    ]);
  });

  it("opens a joint negotiation for renewals within the months asked for, and not for one ministry alone", () => {
    expect(report.windows).toHaveLength(1);
    expect(report.windows[0]).toMatchObject({
      vendor: "VMware",
      from: "2027-03-01",
      to: "2027-08-31",
      ministries: 2,
      actBefore: "2026-12-15",
    });
    const longer = consolidateRoadmaps(state, { ...settings, windowMonths: 7 });
    expect(longer.windows[0]).toMatchObject({ ministries: 3, euros: 60_000_007 });
  });

  it("sums what actions save and cost, those abandoned left out", () => {
    expect(report.savings).toEqual({
      oneOffCostEuros: 600,
      yearlySavingEuros: 300,
      reachedEuros: 300,
      paybackYears: 2,
      usersMigrated: 5,
      usersTotal: 5,
    });
    expect(report.insourcing).toEqual({
      internalEuros: 1000,
      externalRemovedEuros: 1500,
      ratio: aFramework.insourcingRatio,
    });
  });

  it("says who is late, what is blocked and which exits nobody tried", () => {
    expect(report.ministries.map(({ state: at, late }) => [at, late])).toEqual([
      ["accepted", false],
      ["accepted", false],
      ["draft", true],
      [null, true],
    ]);
    expect(report.blocked).toEqual([{ organisationId: "A", organisationName: "A", what: "Action y", why: "blocker" }]);
    expect(report.untriedExits.map(({ what, why, organisationId }) => [organisationId, what, why])).toEqual([
      ["A", "vSphere", "never_exercised"],
      ["C", "vSphere", "no_plan"],
    ]);
  });
});

it("measures a saving of the plan against what actions on its domain save, abandoned ones left out", () => {
  const yardstick = { kind: "saving", vendor: null, domain: "collaboration", euros: 2_000, source: "plan" } as const;
  const content = aContent({
    dependencies: [aDependency({ id: "v", domain: "collaboration" }), aDependency({ id: "w" })],
    actions: [
      anAction({ id: "x", dependencyId: "v", runDeltaEuros: -700 }),
      anAction({ id: "y", dependencyId: "v", runDeltaEuros: -90, progress: "abandoned" }),
      anAction({ id: "z", dependencyId: "w", runDeltaEuros: -5 }),
    ],
  });
  const references = [
    { ...yardstick, label: "Visio" },
    { ...yardstick, label: "All", domain: null },
  ];
  const { references: found } = consolidateRoadmaps([ministry("A", content)], { ...settings, references });
  expect(found.map(({ label, declaredEuros }) => [label, declaredEuros])).toEqual([
    ["Visio", 700],
    ["All", 705],
  ]);
});
