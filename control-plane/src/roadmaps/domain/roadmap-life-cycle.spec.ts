import { describe, expect, it } from "vitest";
import { aContent, aDependency, anAction } from "../../../../test/builders/roadmap.builder.js";
import { ROLES } from "../../kernel/actor.js";
import { grantsFor } from "../../tenancy/domain/role-matrix.js";
import { edited, movedRoadmap, ROADMAP_STEPS } from "./roadmap-life-cycle.js";
import { emptyContent, ROADMAP_STATES, type Roadmap, type RoadmapContent, type RoadmapState } from "./roadmap.js";

const AT = new Date("2026-10-01T08:00:00Z");
const roadmap = (state: RoadmapState = "draft"): Roadmap => ({
  id: "r1",
  organisationId: "economie",
  year: 2026,
  state,
  declaredBy: "author",
  submittedAt: null,
  version: 3,
});
const unmet = (content: RoadmapContent, by = "validator"): string[] => {
  const moved = movedRoadmap(roadmap(), content, "ministry_validated", by, AT);
  if (moved.ok || moved.refusal.kind !== "GuardRefusal") return [];
  return moved.refusal.conditions.filter(({ met }) => !met).map(({ code }) => code);
};

describe("a roadmap", () => {
  it("moves along its steps and nowhere else, whoever asks: every pair of states, every role", () => {
    const walked = ROADMAP_STATES.flatMap((from) =>
      ROADMAP_STATES.map((to) => {
        const moved = movedRoadmap(roadmap(from), aContent(), to, "somebody", AT);
        const step = ROADMAP_STEPS.find((each) => each.from === from && each.to === to);
        expect(moved.ok).toBe(step !== undefined);
        const roles = step === undefined ? [] : grantsFor(step.action, "Roadmap").map(({ role }) => role);
        return { from, to, roles: ROLES.filter((role) => roles.includes(role)) };
      }),
    );
    expect(
      walked.flatMap(({ from, to, roles }) => (roles.length === 0 ? [] : [`${from} → ${to}: ${roles.join(", ")}`])),
    ).toMatchInlineSnapshot(`
      [
        "draft → ministry_validated: validator",
        "ministry_validated → draft: validator",
        "ministry_validated → submitted: validator",
        "submitted → in_review: ariane_operator",
        "in_review → returned: ariane_operator",
        "in_review → accepted: ariane_operator",
        "accepted → consolidated: ariane_operator",
        "consolidated → tracked: ariane_operator",
      ]
    `);
  });

  it("is validated by somebody other than its author, when it is complete", () => {
    expect(unmet(aContent())).toEqual([]);
    expect(unmet(aContent(), "author")).toEqual(["validator.is_not_declarant"]);
  });

  it("names everything that is missing", () => {
    expect(unmet(emptyContent)).toEqual(["inventory.declared", "trajectory.covered"]);
    const bare = aDependency({ id: "d1", criteria: null, target: null });
    expect(unmet(aContent({ dependencies: [bare] }))).toEqual(["criteria.scored", "targets.set"]);
    const leaving = aDependency({ id: "d1", target: "exit", essential: true });
    expect(unmet(aContent({ dependencies: [leaving] }))).toEqual(["actions.planned", "exits.planned"]);
    const round = [anAction({ id: "a", after: ["b"] }), anAction({ id: "b", after: ["a"] })];
    expect(unmet(aContent({ actions: round }))).toEqual(["actions.ordered"]);
  });

  it("keeps the moment of its submission", () => {
    const submitted = movedRoadmap(roadmap("ministry_validated"), aContent(), "submitted", "validator", AT);
    expect(submitted).toMatchObject({ ok: true, value: { submittedAt: AT, version: 4 } });
  });

  it("comes back to draft, under another author, by an edit after it was returned", () => {
    const next = edited(roadmap("returned"), "content", "somebody");
    expect(next).toMatchObject({ ok: true, value: { state: "draft", declaredBy: "somebody", version: 4 } });
  });

  it("takes progress when it is tracked, and its plan no more", () => {
    expect(edited(roadmap("tracked"), "progress", "author")).toMatchObject({ ok: true, value: { state: "tracked" } });
    expect(edited(roadmap("tracked"), "content", "author").ok).toBe(false);
    expect(edited(roadmap("submitted"), "progress", "author").ok).toBe(false);
  });
});
