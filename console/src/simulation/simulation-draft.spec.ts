import { describe, expect, it } from "vitest";
import { allProblems } from "../parts/form/use-form";
import { firstDraft, inputOf, type SimulationDraft, simulationSpecs, wrongSimulation } from "./simulation-draft";

const now = new Date("2026-11-15T10:00:00Z");
const asked = (query: string) => firstDraft(new URLSearchParams(query), now);
const wrongIn = (draft: SimulationDraft) => [
  ...allProblems(simulationSpecs([], { choices: [] }, draft), draft, wrongSimulation).keys(),
];
const file = { path: "a/b/rule.yaml", text: "id: a/b" };
const files = JSON.stringify([file]);

describe("what a simulation is asked with", () => {
  it("begins with the two weeks up to today and files to try", () => {
    expect(asked("")).toMatchObject({ from: "2026-11-02", to: "2026-11-15", what: "files", day: "" });
    expect(asked("candidate=abc&from=2026-01-01")).toMatchObject({ what: "bundle", digest: "abc", from: "2026-01-01" });
    expect(asked("day=2027-03-01")).toMatchObject({ what: "active", day: "2027-03-01" });
  });

  it("says all that is missing at once", () => {
    expect(wrongIn(asked(""))).toEqual(["files"]);
    expect(wrongIn({ ...asked(""), what: "active" })).toEqual(["day"]);
    expect(wrongIn({ ...asked(""), what: "bundle", from: "" })).toEqual(["from", "digest"]);
    expect(wrongIn({ ...asked("day=2027-03-01"), to: "2026-10-01" })).toEqual(["to"]);
    expect(wrongIn({ ...asked("day=2027-03-01"), from: "2024-01-01" })).toEqual(["to"]);
    expect(wrongIn({ ...asked(""), files })).toEqual([]);
  });

  it("sends what was chosen, and nothing of what was not", () => {
    expect(inputOf({ ...asked("day=2027-03-01"), digest: "left over", files })).toEqual({
      ...{ fromDay: "2026-11-02", toDay: "2026-11-15", legalDay: "2027-03-01", candidateDigest: null, rules: null },
    });
    expect(inputOf({ ...asked(""), files })).toMatchObject({ legalDay: null, rules: { files: [file] } });
  });
});
