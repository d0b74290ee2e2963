import { describe, expect, it } from "vitest";
import { aCampaign } from "../../../../../test/builders/capacity.builder.js";
import { answersTaken, campaignConditions, daysLeft, dueReminder } from "./campaign-life.js";
import { missingOf, type MinistryProgress } from "./campaign-progress.js";
import { quarterDays, quarterOf, quartersFrom } from "./quarter.js";

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const campaign = aCampaign();

describe("a campaign", () => {
  it.each([
    ["2026-07-31", false],
    ["2026-08-01", true],
    ["2026-11-30", true],
    ["2026-12-01", false],
  ])("on %s takes answers: %j", (day, taken) => {
    expect(answersTaken(campaign, at(day)).met).toBe(taken);
    expect(answersTaken({ ...campaign, state: "closed" }, at(day)).met).toBe(false);
  });

  it.each([
    ["2026-11-16", 15, null],
    ["2026-11-17", 14, 14],
    ["2026-11-27", 4, 14],
    ["2026-11-28", 3, 3],
    ["2026-12-01", 0, null],
  ])("on %s has %d days left and reminds at %j", (day, left, due) => {
    expect([daysLeft(campaign, at(day)), dueReminder(campaign, at(day))]).toEqual([left, due]);
  });

  it("opens again only with an end that is still to come", () => {
    const closed = aCampaign({ state: "closed" });
    const unmet = (to: "open" | "consolidated") =>
      campaignConditions(closed, to, at("2027-01-01"))
        .filter(({ met }) => !met)
        .map(({ code }) => code);
    expect([unmet("open"), unmet("consolidated")]).toEqual([["campaign.end_ahead"], ["campaign.by_publication"]]);
    expect(campaignConditions({ ...closed, kind: "training" }, "consolidated", at("2027-01-01"))).toMatchObject([
      { met: true },
      { met: true },
    ]);
  });
});

describe("a ministry's answer", () => {
  const progress: MinistryProgress = {
    organisationId: "economie",
    declarationState: null,
    lines: 0,
    gpus: 0,
    needs: 0,
    pendingNeeds: 0,
    acceptedNeeds: 0,
    filled: 0,
    lastReminderAt: null,
  };

  it("lacks what is not with ARIANE yet", () => {
    expect(missingOf(progress)).toEqual(["declaration.none", "need.none"]);
    expect(missingOf({ ...progress, declarationState: "submitted", needs: 2, pendingNeeds: 1 })).toEqual([
      "declaration.submitted",
      "need.pending",
    ]);
    expect(missingOf({ ...progress, declarationState: "validated", needs: 1 })).toEqual([]);
  });
});

describe("quarters", () => {
  it("follow each other over the year, and have their days", () => {
    expect(quartersFrom("2026Q3", 4)).toEqual(["2026Q3", "2026Q4", "2027Q1", "2027Q2"]);
    expect(quarterDays("2026Q4")).toEqual({ from: "2026-10-01", to: "2027-01-01" });
    expect(["2026Q5", "26Q1", "2026q1"].map(quarterOf)).toEqual([null, null, null]);
  });
});
