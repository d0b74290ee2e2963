import { describe, expect, it } from "vitest";
import { choiceOf, narrowed, requestFilter } from "./request-filter";

describe("the filter of requests", () => {
  it("clears what is below when another choice is made above", () => {
    expect(narrowed({ organisation: "a" })).toEqual({ organisation: "a", useCase: "", application: "" });
    expect(narrowed({ useCase: "b" })).toEqual({ useCase: "b", application: "" });
    expect(narrowed({ outcome: "all", period: "day" })).toEqual({ outcome: "", period: "" });
  });

  it("asks the last day of everything when the address says nothing or nonsense", () => {
    const now = new Date("2026-10-12T10:00:30Z");
    const asked = requestFilter(choiceOf({ outcome: "nonsense" }), now);
    expect(asked).toMatchObject({ outcome: null, code: null, useCaseId: null, from: "2026-10-11T10:00:00.000Z" });
    expect(requestFilter(choiceOf({ outcome: "refused", useCase: "b" }), now)).toMatchObject({
      outcome: ["refused"],
      useCaseId: "b",
    });
  });

  it("seeks the requests of a decision whatever their day", () => {
    const asked = requestFilter(choiceOf({ decision: "CAF/2026-118", period: "hour" }), new Date());
    expect(asked).toMatchObject({ decisionRef: "CAF/2026-118", from: null });
  });
});
