import { describe, expect, it } from "vitest";
import { en } from "../i18n/en";
import { makeFormat } from "../i18n/format";
import { actorWords, eventFacts, isIdentifier, subjectPath } from "./event-facts";

/** The dictionary as pages read it. */
const t = (key: string, options?: { readonly _?: string }): string => {
  const found = key
    .split(".")
    .reduce<unknown>((tree, part) => (tree as Record<string, unknown> | undefined)?.[part], en);
  return typeof found === "string" ? found : (options?._ ?? key);
};

describe("the facts of an act", () => {
  const format = makeFormat("en");
  it("have labels and words, without ids and digests", () => {
    const data = {
      slug: "courriers",
      from: "experiment",
      to: "evaluated",
      version: 3,
      ministryId: "0190a000-0000-7000-8000-000000000001",
      recordsDigest: "a".repeat(64),
    };
    expect(eventFacts({ subjectType: "UseCase", data }, t, format)).toEqual([
      ["Identifier", "courriers"],
      ["Before", "Experiment"],
      ["After", "Evaluated"],
      ["Version", "3"],
    ]);
  });

  it("say yes and no, days and roles", () => {
    const data = { role: "validator", mfa: true, endsOn: "2026-12-31" };
    expect(eventFacts({ subjectType: "Session", data }, t, format).map(([, value]) => value)).toEqual([
      "Validator",
      "yes",
      "31 December 2026",
    ]);
    expect(eventFacts({ subjectType: "Session", data: null }, t, format)).toEqual([]);
  });

  it("have the words of each kind of subject, and the states found and left", () => {
    const data = {
      kind: "other_serious",
      harms: ["health"],
      severity: "high",
      before: { state: "open" },
      after: { state: "closed" },
    };
    expect(eventFacts({ subjectType: "Incident", data }, t, format)).toEqual([
      ["Before", en.incidentState.OPEN],
      ["After", en.incidentState.CLOSED],
      ["Kind", en.incidentKind.OTHER_SERIOUS],
      ["Harms", en.incidentHarm.HEALTH],
      ["Severity", en.incidentSeverity.HIGH],
    ]);
    const granted = { before: { state: "endorsed" }, after: { state: "granted" } };
    expect(eventFacts({ subjectType: "Derogation", data: granted }, t, format)).toEqual([
      ["Before", en.derogationState.ENDORSED],
      ["After", en.derogationState.GRANTED],
    ]);
    const after = (subjectType: string, state: string) =>
      eventFacts({ subjectType, data: { state } }, t, format)[0]?.[1];
    const proposals = ["proposed", "confirmed", "refused", "withdrawn"] as const;
    for (const state of proposals)
      for (const subject of ["Membership", "EmergencyAccess"])
        expect(after(subject, state)).toBe(en.proposalState[state.toUpperCase() as Uppercase<typeof state>]);
    expect(after("ApiKey", "requested")).toBe(en.keyRequestState.REQUESTED);
    expect(after("Derogation", "standing")).toBe(en.derogationState.STANDING);
    expect(["assistant-justice", "sovereignty/vendor-api-authorised", "Visio"].map(isIdentifier)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("count a budget as people write it", () => {
    const data = { unit: "micro_euro", amount: 36_000_000_000, period: "month", hard: true };
    expect(eventFacts({ subjectType: "Budget", data }, t, format)).toEqual([
      ["Amount", "36,000\u00a0€"],
      ["Period", en.budget.period.MONTH],
      ["Blocking", "yes"],
    ]);
  });

  it("lead to the page of their subject where there is one", () => {
    expect(subjectPath("Round", "7")).toBe("/rounds/7/show");
    expect(subjectPath("Session", "7")).toBeNull();
  });
});

describe("who acted", () => {
  it("is a person by name, or a part of the platform by what it does", () => {
    expect(actorWords("0190a000", "Camille Roux", t)).toBe("Camille Roux");
    expect(actorWords("0190a000", null, t)).toBe("0190a000");
    expect(actorWords("system:snapshot-publisher", null, t)).toBe(en.journal.system);
    expect(en.journal.part).toHaveProperty("snapshot_publisher");
  });
});
