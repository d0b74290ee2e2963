import { describe, expect, it } from "vitest";
import { ROLES, type PersonActor, type Role } from "../../kernel/actor.js";
import { TASK_KINDS, tasksFor, type TaskKind, type WaitingItem } from "./tasks.js";

const item = (kind: TaskKind, changes: Partial<WaitingItem> = {}): WaitingItem => ({
  kind,
  subjectType: "UseCase",
  subjectId: kind,
  title: kind,
  organisationId: "police",
  path: ["police", "interior", "state"],
  declaredBy: "somebody",
  detail: null,
  dueAt: null,
  ...changes,
});
const person = (role: Role, organisationId: string, changes: Partial<PersonActor> = {}): PersonActor => ({
  kind: "person",
  id: "me",
  name: "Camille",
  memberships: [{ organisationId, role }],
  contractor: false,
  mfa: true,
  ...changes,
});
const everything = TASK_KINDS.map((kind) => item(kind));
const kinds = (actor: PersonActor, items = everything) => tasksFor(actor, items).map((task) => task.kind);

describe("tasksFor", () => {
  it.each([
    [
      "declarant",
      [
        ...["use_case.suspended", "key.expiring", "budget.nearly_spent", "evaluation.due", "model.ending"],
        ...[
          "derogation.ending",
          "assessment.redo",
          "review.condition",
          "alarm.look",
          "incident.notify",
          "incident.inform_provider",
          "incident.confirm",
        ],
        ...["campaign.answer", "declaration.correct", "need.correct"],
        ...["roadmap.open", "roadmap.write", "roadmap.correct", "roadmap.progress"],
      ],
    ],
    [
      "validator",
      [
        ...[
          "use_case.validate",
          "use_case.confirm_change",
          "use_case.suspended",
          "key.validate",
          "key.expiring",
          "budget.nearly_spent",
        ],
        ...["evaluation.due", "evaluation.publish", "model.validate", "model.ending", "training.validate"],
        ...[
          "derogation.endorse",
          "derogation.ending",
          "assessment.conclude",
          "review.condition",
          "alarm.look",
          "incident.notify",
          "incident.inform_provider",
          "incident.confirm",
        ],
        ...["declaration.validate", "need.validate", "roadmap.validate", "roadmap.submit", "sourcing.decide"],
      ],
    ],
    [
      "ariane_operator",
      [
        ...["key.approve", "budget.nearly_spent", "pool.unallocated", "model.decide", "policy.approve"],
        "campaign.consolidate",
        ...["declaration.review", "need.review", "roadmap.review", "roadmap.consolidate"],
        "emergency.confirm",
      ],
    ],
    [
      "ai_cell",
      [
        ...["use_case.select", "use_case.confirm_piece", "evaluation.publish_independent", "shadow_tool.answer"],
        ...["question.answer", "deadline.due"],
      ],
    ],
    [
      "compliance",
      [
        ...["use_case.suspended", "question.answer", "doctrine.publish", "derogation.grant"],
        ...["review.condition", "alarm.look", "incident.notify", "incident.inform_provider"],
        ...["incident.confirm", "incident.close"],
        ...["policy.sign", "policy.approve", "policy.activated", "policy.observed"],
        ...["membership.confirm", "membership.confirm_end"],
        ...["emergency.confirm", "emergency.lasts", "emergency.review"],
      ],
    ],
    ["committee", []],
    ["auditor", ["emergency.lasts"]],
  ] as [Role, TaskKind[]][])("gives a %s its own tasks", (role, expected) => {
    expect(kinds(person(role, "interior"))).toEqual(expected);
  });

  it("waits for ministry roles in their own subtree only", () => {
    expect(kinds(person("validator", "justice"))).toEqual([]);
    expect(kinds(person("validator", "state"))).toContain("use_case.validate");
  });

  it("waits for whoever asked for a key to collect it, and for nobody else", () => {
    const mine = [item("key.collect", { declaredBy: "me" })];
    expect(kinds(person("declarant", "interior"), mine)).toEqual(["key.collect"]);
    expect(kinds(person("validator", "interior"), [item("key.collect", { declaredBy: "other" })])).toEqual([]);
  });

  it("tells whoever proposed a rule that it was observed, whatever their role, and nobody else of theirs", () => {
    const observed = (declaredBy: string) => [item("policy.observed", { declaredBy })];
    expect(kinds(person("ai_cell", "state"), observed("me"))).toEqual(["policy.observed"]);
    expect(kinds(person("ai_cell", "state"), observed("other"))).toEqual([]);
  });

  it("never waits for somebody to validate what that person declared, nor for a contractor to validate", () => {
    const own = [
      item("use_case.validate", { declaredBy: "me" }),
      item("use_case.select", { declaredBy: "me" }),
      item("use_case.confirm_change", { declaredBy: "me" }),
      item("use_case.confirm_piece", { declaredBy: "me" }),
      item("training.validate", { declaredBy: "me" }),
      item("model.decide", { declaredBy: "me" }),
      item("declaration.validate", { declaredBy: "me" }),
      item("need.validate", { declaredBy: "me" }),
      item("roadmap.validate", { declaredBy: "me" }),
      item("membership.confirm", { declaredBy: "me" }),
      item("membership.confirm_end", { declaredBy: "me" }),
    ];
    for (const role of ROLES) expect(kinds(person(role, "police"), own)).toEqual([]);
    expect(kinds(person("validator", "police", { contractor: true }))).not.toContain("use_case.validate");
  });

  it("tells two bodies' answers to one campaign apart", () => {
    const of = (organisationId: string) =>
      item("campaign.answer", {
        subjectType: "Campaign",
        subjectId: "c",
        organisationId,
        path: [organisationId, "state"],
      });
    const tasks = tasksFor(person("declarant", "state"), [of("police"), of("justice")]);
    expect(tasks.map(({ id }) => id)).toEqual(["campaign.answer:c:police", "campaign.answer:c:justice"]);
  });

  it("puts what has a date first, soonest first", () => {
    const soon = item("budget.nearly_spent", { subjectId: "s", dueAt: new Date("2026-11-26") });
    const later = item("key.expiring", { subjectId: "l", dueAt: new Date("2026-12-01") });
    const undated = item("use_case.validate");
    expect(tasksFor(person("validator", "police"), [undated, later, soon]).map((task) => task.id)).toEqual([
      "budget.nearly_spent:s",
      "key.expiring:l",
      "use_case.validate:use_case.validate",
    ]);
  });
});
