import { describe, expect, it } from "vitest";
import { renamed, seedRoadmap, type SeedRoadmap } from "./seed-roadmap.js";

const action = (title: string, fields: object = {}) => ({
  ...{ type: "migrate", title, owner: "Dnum", start: "2027-01-01", end: "2027-12-31" },
  ...fields,
});
const line = (product: string, actions: readonly object[]) => ({
  ...{ domain: "cloud", product, vendor: "V", vendorCountry: "FR", annualCostEuros: 1 },
  ...{ criticality: "low", deployment: "iaas", actions },
});
const roadmap = (...dependencies: object[]): SeedRoadmap =>
  seedRoadmap.parse({ organisation: "justice", year: 2026, dependencies });
const namesIn = ({ dependencies }: SeedRoadmap) =>
  dependencies.flatMap(({ actions }) => actions.map(({ name, after }) => [name, after]));

describe("a roadmap as an export names its actions", () => {
  it("calls each by its title, whatever the file called it", () => {
    const told = roadmap(
      line("a", [action("Migrer", { name: "m" })]),
      line("b", [action("Arrêter", { after: ["m"] })]),
    );
    expect(namesIn(renamed(told))).toEqual([
      [null, []],
      [null, ["Migrer"]],
    ]);
  });

  it("counts titles that stand twice, and what comes after them follows", () => {
    const told = roadmap(
      line("a", [action("Migrer", { name: "first" })]),
      line("b", [action("Migrer", { name: "second", after: ["first"] }), action("Arrêter", { after: ["second"] })]),
    );
    expect(namesIn(renamed(told))).toEqual([
      [null, []],
      ["Migrer (2)", ["Migrer"]],
      [null, ["Migrer (2)"]],
    ]);
    expect(renamed(renamed(told))).toEqual(renamed(told));
  });
});
