import { describe, expect, it } from "vitest";
import { allProblems } from "../parts/form/use-form";
import { grantSpecs, toGrantInput, wrongGrant } from "./grant-form";

const right = {
  ...{ nodeId: "org", nominal: "16", guarantee: "8", lendLimit: "", borrowLimit: "", weight: "1" },
  reason: "Décision du 24 novembre.",
};
const wrongIn = (values: typeof right) => [...allProblems(grantSpecs([]), values, wrongGrant).keys()];

describe("granting an allocation", () => {
  it("keeps the guarantee within the right, and what is lent within the rest", () => {
    expect(wrongIn(right)).toEqual([]);
    expect(wrongIn({ ...right, guarantee: "17" })).toEqual(["guarantee"]);
    expect(wrongIn({ ...right, lendLimit: "9" })).toEqual(["lendLimit"]);
    expect(wrongIn({ ...right, lendLimit: "8", borrowLimit: "-1", nominal: "seize" })).toEqual([
      "nominal",
      "borrowLimit",
    ]);
  });
  it("sends no limit as null, not as zero", () => {
    expect(toGrantInput(right, "pool")).toMatchObject({ lendLimit: null, borrowLimit: null, nominal: 16 });
    expect(toGrantInput({ ...right, borrowLimit: "0" }, "pool").borrowLimit).toBe(0);
  });
});
