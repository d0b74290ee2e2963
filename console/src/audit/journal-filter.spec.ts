import { describe, expect, it } from "vitest";
import { ACTS, actKey, actsOf, journalFilter, ROOMS } from "./journal-filter";

describe("what narrows the journal", () => {
  it("is one act, or all the acts of a room", () => {
    expect(journalFilter({ act: "tenancy.sign-in" }).acts).toEqual(["tenancy.sign-in"]);
    expect(journalFilter({ act: "audit" }).acts).toEqual([
      "audit.ask-salt-erasure",
      "audit.erase-salt",
      "audit.change-log-key",
      "audit.drop-records",
      "audit.prune-log",
    ]);
    expect(ROOMS.flatMap(actsOf).toSorted()).toEqual(ACTS.toSorted());
    expect(actKey("audit.erase-salt")).toBe("act.audit_erase_salt");
  });

  it("holds the last day whole, and nothing for a day that is none", () => {
    const { from, to } = journalFilter({ from: "2026-11-24", to: "2026-11-24" });
    expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(86_400_000);
    expect(journalFilter({ from: "soon" })).toEqual({
      acts: null,
      organisationId: null,
      actor: null,
      from: null,
      to: null,
    });
  });
});
