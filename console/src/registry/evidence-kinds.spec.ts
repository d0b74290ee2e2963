import { describe, expect, it } from "vitest";
import { problemOf } from "../parts/form/field-spec";
import { EVIDENCE_KINDS, EVIDENCE_REFERENCE, evidenceKindOf } from "./evidence-kinds";

describe("pieces of evidence", () => {
  it("are found by the condition that asks for them", () => {
    const others = EVIDENCE_KINDS.filter((kind) => kind !== "EVALUATION");
    expect(others.map((kind) => evidenceKindOf(`evidence.${kind.toLowerCase()}`))).toEqual(others);
    // A published evaluation puts itself on file; what somebody brings where it lacks is its waiver.
    expect(evidenceKindOf("evidence.evaluation")).toBe("EVALUATION_WAIVER");
    expect(evidenceKindOf("owner.named")).toBeUndefined();
  });
  it("take a reference of 3 to 500 characters, spaces around it aside", () => {
    const typed = ["ab ", "abc", "x".repeat(500), "x".repeat(501)];
    expect(typed.map((one) => problemOf(EVIDENCE_REFERENCE, one))).toEqual(["short", null, null, "long"]);
  });
});
