import { USE_CASE_STATES } from "@socle/contracts";
import { describe, expect, it } from "vitest";
import { aUseCase } from "../../../../test/builders/ai-use-case.builder.js";
import { amend } from "./amendment.js";
import { FINAL_STATES, RUNNING_STATES } from "./life-cycle.js";
import { transition } from "./transitions.js";

const suspendedFrom = (state: string) => (state === "suspended" ? ("incubation" as const) : null);

describe("amending a declared use case", () => {
  it("keeps the state when what validation looked at stays", () => {
    for (const state of USE_CASE_STATES.filter((each) => !FINAL_STATES.includes(each))) {
      const before = aUseCase({ state, suspendedFrom: suspendedFrom(state), version: 4 });
      const after = amend(before, { name: "Relecture", dossier: { team: "Pôle courrier" } }, "declarant");
      expect(after).toMatchObject({ ok: true, value: { state, version: 5, name: "Relecture", amendedBy: null } });
    }
  });

  it("takes what does not run back to validation when it changes materially, and refuses it of what runs", () => {
    for (const state of USE_CASE_STATES) {
      const after = amend(aUseCase({ state, suspendedFrom: suspendedFrom(state) }), { labels: ["personal"] }, "x");
      const movable = ["idea", "qualified", "incubation"].includes(state);
      expect(after.ok).toBe(movable);
      if (after.ok) expect(after.value.state).toBe("idea");
      else
        expect(after.refusal.code).toBe(FINAL_STATES.includes(state) ? "use_case.ended" : "use_case.material_in_use");
    }
  });

  it("makes of whoever amended a declarant, who does not validate either", () => {
    const after = amend(aUseCase(), { decisionRole: "prepare" }, "colleague");
    if (!after.ok) throw new Error(after.refusal.message);
    expect(["declarant", "colleague", "validator"].map((by) => transition(after.value, "qualified", by).ok)).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("lets nothing be taken out that a running use case must go on saying", () => {
    for (const state of RUNNING_STATES)
      for (const change of [
        { ownerEmail: "" },
        { oversight: "" },
        { dossier: { srenSensitive: true, srenHarm: true } },
      ])
        expect(amend(aUseCase({ state }), change, "declarant")).toMatchObject({
          ok: false,
          refusal: { kind: "GuardRefusal" },
        });
  });

  it("writes over the fields of the dossier that are given, and takes out those that are null", () => {
    const before = aUseCase({ dossier: { team: "A", goal: "B", agents: 3 } });
    const after = amend(before, { dossier: { team: "C", goal: null } }, "declarant");
    expect(after).toMatchObject({ ok: true });
    if (after.ok) expect(after.value.dossier).toEqual({ team: "C", agents: 3 });
  });
});
