import { describe, expect, it } from "vitest";
import { EMPTY_GRANT, toGrantInput, typedNumber, wrongGrantFields } from "./grant-form";

const right = { ...EMPTY_GRANT, nodeId: "org", nominal: "16", guarantee: "8", reason: "Décision du 24 novembre." };

describe("granting an allocation", () => {
  it("reads figures as people type them", () => {
    expect(typedNumber("1\u00a0234,5")).toBe(1234.5);
    expect(typedNumber("  ")).toBeNull();
    expect(typedNumber("seize")).toBeNaN();
  });
  it("keeps the guarantee within the right, and what is lent within the rest", () => {
    expect(wrongGrantFields(right)).toEqual([]);
    expect(wrongGrantFields({ ...right, guarantee: "17" })).toEqual(["guarantee"]);
    expect(wrongGrantFields({ ...right, lendLimit: "9" })).toEqual(["lendLimit"]);
  });
  it("sends no limit as null, not as zero", () => {
    expect(toGrantInput(right, "pool")).toMatchObject({ lendLimit: null, borrowLimit: null, nominal: 16 });
    expect(toGrantInput({ ...right, borrowLimit: "0" }, "pool").borrowLimit).toBe(0);
  });
});
