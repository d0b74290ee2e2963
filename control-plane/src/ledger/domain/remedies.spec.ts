import { describe, expect, it } from "vitest";
import { INFERENCE_ERRORS, type RefusalCode } from "@socle/contracts";
import { aDecision } from "../../../../test/builders/request-record.builder.js";
import { remediesOf } from "./remedies.js";

const codes = Object.keys(INFERENCE_ERRORS) as RefusalCode[];

describe("remediesOf", () => {
  it.each(codes)("says in both languages what to do about %s, and who", (code) => {
    const remedies = remediesOf(aDecision({ outcome: "refused", code }), () => "");
    expect(remedies).toHaveLength(1);
    expect(remedies[0]).toMatchObject({ code, actor: INFERENCE_ERRORS[code].actor });
    expect(remedies[0]?.fr).toMatch(/^.{15,}\.$/);
    expect(remedies[0]?.en).toMatch(/^.{15,}\.$/);
  });

  it("begins with the ceiling that was too low and its figures", () => {
    const level = {
      nodeId: "n",
      ceilingId: "b",
      unit: "token" as const,
      ceiling: 1000,
      asked: 400,
      held: 120,
      ok: false,
    };
    const decision = aDecision({
      outcome: "refused",
      code: "budget.exceeded",
      levels: [{ ...level, nodeId: "m", ok: true }, level],
    });
    const [first, second] = remediesOf(decision, (id) => (id === "n" ? "DGFiP" : "?"));
    expect(first?.en).toBe("Raise the ceiling of “DGFiP”: 400 tokens asked, 120 free here, ceiling 1000.");
    expect(second?.code).toBe("budget.exceeded");
  });

  it("has nothing to say of a served request", () => {
    expect(remediesOf(aDecision(), () => "")).toEqual([]);
  });
});
