import { describe, expect, it } from "vitest";
import type { Role } from "../generated/operations";
import { MENU, menuFor } from "./menu-entries";

const ROLES: readonly Role[] = [
  "DECLARANT",
  "VALIDATOR",
  "ARIANE_OPERATOR",
  "AI_CELL",
  "DSP",
  "DGAFP",
  "COMPLIANCE",
  "COMMITTEE",
  "AUDITOR",
  "OBSERVER",
];
const all = MENU.flatMap(({ entries }) => entries);
const ownOf = (roles: readonly Role[]) => menuFor(roles).own.flatMap(({ entries }) => entries);

describe("the menu", () => {
  it.each(ROLES)("shows a %s what they use, and has the rest", (role) => {
    const own = ownOf([role]);
    expect(own.length).toBeGreaterThan(3);
    expect(own.length).toBeLessThan(14);
    expect([...own, ...menuFor([role]).rest].map(({ path }) => path).toSorted()).toEqual(
      all.map(({ path }) => path).toSorted(),
    );
  });

  it("is somebody's daily work in every entry, and adds up over the roles of one person", () => {
    expect(ownOf(ROLES)).toEqual(all);
    expect(ownOf(["COMPLIANCE", "AUDITOR"]).length).toBeGreaterThan(ownOf(["COMPLIANCE"]).length);
    expect(ownOf([]).map(({ path }) => path)).toEqual(["/", "/use-cases"]);
  });
});
