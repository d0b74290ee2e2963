import { describe, expect, it } from "vitest";
import { emptyRound, quartersFrom, toRoundInput, wrongRoundFields } from "./open-round-form";

const right = { ...emptyRound, title: "Appel", firstQuarter: "2026Q4", quarterCount: "2", prices: { nord: "2,50" } };

describe("a round to open", () => {
  it("lists what is missing: a title, its quarters, a pool", () => {
    expect(wrongRoundFields(emptyRound)).toEqual(["title", "firstQuarter", "prices"]);
    expect(wrongRoundFields({ ...right, firstQuarter: "2026T4" })).toEqual(["firstQuarter"]);
    expect(wrongRoundFields({ ...right, prices: { nord: "cher" } })).toEqual(["prices"]);
    expect(wrongRoundFields(right)).toEqual([]);
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
