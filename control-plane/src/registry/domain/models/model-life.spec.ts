import { describe, expect, it } from "vitest";
import { aModel } from "../../../../../test/builders/model.builder.js";
import { approved, assessed, deprecated, openModelSteps, refused, retired, validated } from "./model-life.js";
import { MODEL_STATES, UNKNOWN_PROVENANCE, type ModelState } from "./model.js";

const NOW = new Date("2026-11-30T08:00:00Z");
const LATER = new Date("2027-06-30T08:00:00Z");
const sunset = { announcedAt: NOW, endsAt: LATER, replacementId: null, reason: "Ancien" };

describe("openModelSteps", () => {
  it.each(MODEL_STATES)("offers from %s exactly the steps that its state does not refuse", (state) => {
    const model = aModel({ state, sunset: state === "deprecated" ? sunset : null });
    const tried = {
      validated: validated(model),
      assessed: assessed(model, UNKNOWN_PROVENANCE),
      approved: approved(model),
      refused: refused(model),
      deprecated: deprecated(model, sunset, null),
      retired: retired(model, [], NOW),
    };
    const possible = Object.entries(tried).filter(
      ([, result]) => result.ok || result.refusal.code !== "model.no_transition",
    );
    const offered = openModelSteps(model, [], NOW).map(({ to }): ModelState => to);
    expect(offered.toSorted()).toEqual(possible.map(([to]) => to).toSorted());
  });

  it("says of each step what it asks of the model as it stands", () => {
    const unmet = (state: ModelState, aliases: readonly string[], now: Date) =>
      openModelSteps(aModel({ state, provenance: UNKNOWN_PROVENANCE, sunset }), aliases, now).flatMap(
        ({ conditions }) => conditions.filter(({ met }) => !met).map(({ code }) => code),
      );
    expect(unmet("deprecated", ["assistant"], NOW)).toEqual(["model.notice_over", "model.no_alias"]);
    expect(unmet("deprecated", [], LATER)).toEqual([]);
    expect(unmet("assessed", [], NOW)).toEqual(["model.evaluated", "model.placed", "model.inputs"]);
  });
});
