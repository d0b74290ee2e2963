import { describe, expect, it } from "vitest";
import { dependencyForm, toDependencyInput, wrongDependencyFields } from "./dependency-form";

const right = {
  ...dependencyForm(null),
  product: "vSphere",
  vendor: "VMware",
  vendorCountry: "us",
  annualCostEuros: "61 000 000",
};

describe("a line of the inventory", () => {
  it("lists what is missing or wrong", () => {
    expect(wrongDependencyFields(dependencyForm(null))).toEqual([
      "product",
      "vendor",
      "vendorCountry",
      "annualCostEuros",
    ]);
    expect(wrongDependencyFields({ ...right, annualCostEuros: "-1" })).toEqual(["annualCostEuros"]);
    expect(wrongDependencyFields({ ...right, renewalDate: "2027-01-01", noticeDate: "2027-02-01" })).toEqual([
      "noticeDate",
    ]);
    expect(wrongDependencyFields({ ...right, immunity: "2" })).toEqual(["immunity"]);
  });

  it("takes euros as people write them, and a country in any case", () => {
    expect(wrongDependencyFields(right)).toEqual([]);
    expect(toDependencyInput(right, null)).toMatchObject({
      annualCostEuros: 61_000_000,
      vendorCountry: "US",
      criteria: null,
      target: null,
    });
  });

  it("sends the three marks together", () => {
    const marked = { ...right, immunity: "0", substitutability: "4", control: "2" };
    expect(toDependencyInput(marked, null).criteria).toEqual({ immunity: 0, substitutability: 4, control: 2 });
  });
});
