import { describe, expect, it } from "vitest";
import { allProblems } from "../../parts/form/use-form";
import { type OpenRoundValues, quartersFrom, roundSpecs, toRoundInput, wrongRound } from "./open-round-form";

const empty: OpenRoundValues = {
  ...{ track: "APPEL", title: "", firstQuarter: "", quarterCount: "1", effectFrom: "", closesAt: "", prices: "" },
};
const priced = (nord: string) => JSON.stringify({ nord });
const right = { ...empty, title: "Appel", firstQuarter: "2026Q4", quarterCount: "2", prices: priced("2,50") };
const wrongIn = (values: OpenRoundValues) => [...allProblems(roundSpecs(String), values, wrongRound).keys()];

describe("a round to open", () => {
  it("lists what is missing: a title, its quarters, a pool", () => {
    expect(wrongIn(empty)).toEqual(["title", "firstQuarter", "prices"]);
    expect(wrongIn({ ...right, firstQuarter: "2026T4" })).toEqual(["firstQuarter"]);
    expect(wrongIn({ ...right, prices: priced("cher") })).toEqual(["prices"]);
    expect(wrongIn(right)).toEqual([]);
  });

  it("takes quarters over the end of a year", () => {
    expect(quartersFrom("2026Q4", 3)).toEqual(["2026Q4", "2027Q1", "2027Q2"]);
  });

  it("is the State's when it is a call, and the body's own otherwise; prices are in cents", () => {
    expect(toRoundInput(right, "body")).toMatchObject({
      organisationId: null,
      quarters: ["2026Q4", "2027Q1"],
      effectFrom: null,
      pools: [{ poolId: "nord", centsPerGpuHour: 250 }],
    });
    expect(toRoundInput({ ...right, track: "CONTINU" }, "body").organisationId).toBe("body");
  });
});
