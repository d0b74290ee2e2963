import { describe, expect, it } from "vitest";
import type { DependencyLineRow } from "../roadmap-states";
import { allProblems } from "../../parts/form/use-form";
import {
  dependencyForm,
  dependencySpecs,
  type DependencyValues,
  toDependencyInput,
  wrongDependency,
} from "./dependency-form";
import { scoresIn } from "./sovereignty-form";

const right = {
  ...dependencyForm(null),
  product: "vSphere",
  vendor: "VMware",
  vendorCountry: "us",
  annualCostEuros: "61 000 000",
};

const wrongIn = (values: DependencyValues) => [...allProblems(dependencySpecs(String), values, wrongDependency).keys()];

describe("a line of the inventory", () => {
  it("lists what is missing or wrong", () => {
    expect(wrongIn(dependencyForm(null))).toEqual(["product", "vendor", "vendorCountry", "annualCostEuros"]);
    expect(wrongIn({ ...right, annualCostEuros: "-1" })).toEqual(["annualCostEuros"]);
    expect(wrongIn({ ...right, users: "beaucoup" })).toEqual(["users"]);
    expect(wrongIn({ ...right, renewalDate: "2027-01-01", noticeDate: "2027-02-01" })).toEqual(["noticeDate"]);
    expect(wrongIn({ ...right, immunity: "2" })).toEqual(["immunity"]);
  });

  it("takes euros as people write them, and a country in any case", () => {
    expect(wrongIn(right)).toEqual([]);
    expect(toDependencyInput(right)).toMatchObject({
      annualCostEuros: 61_000_000,
      vendorCountry: "US",
      criteria: null,
      target: null,
      users: null,
      sovereignty: [],
    });
  });

  it("sends the three marks together", () => {
    const marked = { ...right, immunity: "0", substitutability: "4", control: "2" };
    expect(toDependencyInput(marked).criteria).toEqual({ immunity: 0, substitutability: 4, control: 2 });
  });

  it("takes an objective whole or not at all, and no more points than there are", () => {
    const scored = (points: string, maxPoints: string, seal: string) => ({
      ...right,
      sovereignty: JSON.stringify({ ...scoresIn(right.sovereignty), LEGAL: { points, maxPoints, seal } }),
    });
    expect(wrongIn(scored("2", "", ""))).toEqual(["sovereignty"]);
    expect(wrongIn(scored("5", "4", "1"))).toEqual(["sovereignty"]);
    expect(wrongIn(scored("2,5", "4", "1"))).toEqual([]);
    expect(toDependencyInput(scored("2,5", "4", "1")).sovereignty).toEqual([
      { objective: "LEGAL", points: 2.5, maxPoints: 4, seal: 1 },
    ]);
  });

  it("gives back a stored line as it was", () => {
    const stored = {
      ...toDependencyInput({ ...right, users: "1200", labels: "internal", immunity: "1" }),
      criteria: { immunity: 1, substitutability: 0, control: 3 },
      sovereignty: [{ objective: "SECURITY", points: 1, maxPoints: 4, seal: 0 }],
      target: "EXIT",
      targetSeal: 2,
      replacementSource: "BUILD",
    } as unknown as DependencyLineRow;
    expect(toDependencyInput(dependencyForm(stored))).toEqual(stored);
  });
});
