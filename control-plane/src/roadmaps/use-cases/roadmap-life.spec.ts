import { describe, expect, it } from "vitest";
import {
  aDependency,
  anAction,
  anExercise,
  coveredYears,
  dependencyFields,
} from "../../../../test/builders/roadmap.builder.js";
import { memoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { ROLES, systemActor, type PersonActor, type Role } from "../../kernel/actor.js";
import { reachesWholeTree } from "../../kernel/reach.js";
import type { Result } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { CaslAuthoriser } from "../../tenancy/index.js";
import { memoryRoadmapsPorts } from "../../../../test/fakes/memory/roadmaps/memory-roadmaps-ports.js";
import { roadmapActionTowards } from "../domain/roadmap-life-cycle.js";
import { ROADMAP_STATES, type Roadmap, type RoadmapState } from "../domain/roadmap.js";
import { consolidateYear } from "./consolidate-roadmaps.use-case.js";
import { openRoadmap } from "./open-roadmap.use-case.js";
import { reportProgress } from "./report-progress.use-case.js";
import { saveDependency } from "./save-dependency.use-case.js";
import { transitionRoadmap } from "./transition-roadmap.use-case.js";

const PATHS: Readonly<Record<string, readonly string[]>> = {
  etat: ["etat"],
  economie: ["economie", "etat"],
  culture: ["culture", "etat"],
};
const authoriser = new CaslAuthoriser({ pathOf: (_ctx, id) => Promise.resolve(PATHS[id] ?? [id, "etat"]) });
const ACTS = [...ROADMAP_STATES.map((to) => `to ${to}` as const), "open", "edit", "report", "consolidate all"] as const;
type Act = (typeof ACTS)[number];

const person = (role: Role, fields: Partial<PersonActor> = {}): PersonActor => ({
  kind: "person",
  id: role,
  name: role,
  memberships: [{ organisationId: reachesWholeTree(role) ? "ariane" : "economie", role }],
  contractor: false,
  mfa: true,
  ...fields,
});
/** One of each role, and those whom separation of duties keeps out. */
const PEOPLE: Readonly<Record<string, PersonActor>> = {
  ...Object.fromEntries(ROLES.map((role) => [role, person(role)])),
  "declarant, elsewhere": person("declarant", { memberships: [{ organisationId: "culture", role: "declarant" }] }),
  "validator, own version": person("validator", { id: "author" }),
  "validator, contractor": person("validator", { contractor: true }),
  "validator, no second factor": person("validator", { mfa: false }),
  "operator, own body": person("ariane_operator", {
    memberships: [
      { organisationId: "ariane", role: "ariane_operator" },
      { organisationId: "economie", role: "declarant" },
    ],
  }),
};

/** What that person is answered, on a complete roadmap in that state that `author` wrote. */
async function attempt(state: RoadmapState, act: Act, who: PersonActor): Promise<string> {
  const { runner, transactions } = memoryRunner(authoriser);
  const ports = memoryRoadmapsPorts(anExercise, [{ id: "economie", name: "Économie" }]);
  const roadmap: Roadmap = {
    ...{ id: "r1", organisationId: "economie", year: anExercise.year, state, declaredBy: "author" },
    ...{ submittedAt: null, version: 3 },
  };
  const ctx = transactions.contextOf(systemActor("test"));
  await ports.roadmaps.insert(ctx, roadmap);
  await ports.roadmaps.saveLine(ctx, roadmap, { kind: "dependency", value: aDependency({ id: "d1" }) });
  await ports.roadmaps.saveLine(ctx, roadmap, { kind: "action", value: anAction({ id: "a1", usersTotal: 9 }) });
  await ports.roadmaps.saveTrajectory(ctx, roadmap, coveredYears.plannedSpend, coveredYears.trajectory);
  const run = async <I, L, O>(useCase: UseCase<I, L, O>, input: object) => told(await runner.run(who, useCase, input));
  const on = { roadmapId: roadmap.id, version: 3 };
  if (act === "open") return run(openRoadmap(ports), { organisationId: "economie", year: anExercise.year });
  if (act === "edit") return run(saveDependency(ports), { ...on, id: "d1", dependency: dependencyFields() });
  if (act === "report") {
    const progress = { progress: "running", usersMigrated: 3 };
    return run(reportProgress(ports), { ...on, actionId: "a1", progress });
  }
  if (act === "consolidate all") return run(consolidateYear(ports), { year: anExercise.year, stateId: "etat" });
  const to = act.slice("to ".length) as RoadmapState;
  // No step leads to `returned` by editing alone: a state without a right of its own is asked for as a review.
  const right = roadmapActionTowards(to) ?? "review";
  return run(transitionRoadmap(ports, right), { ...on, to, reason: "Examen fait" });
}

const told = (result: Result<unknown>): string => {
  if (!result.ok) return result.refusal.kind === "Forbidden" ? `– ${result.refusal.code}` : result.refusal.code;
  const { state } = result.value as { state?: string };
  return state === undefined ? "done" : `→ ${state}`;
};

async function matrix(): Promise<string> {
  const names = Object.keys(PEOPLE);
  const lines = ["# Life of a roadmap: state, act, and the answer to each", ""];
  lines.push("A dash is a right that is missing, with its code.", "");
  lines.push(`| state | act | ${names.join(" | ")} |`, `|${"---|".repeat(names.length + 2)}`);
  for (const state of ROADMAP_STATES)
    for (const act of ACTS) {
      const answers = await Promise.all(Object.values(PEOPLE).map((who) => attempt(state, act, who)));
      lines.push(`| ${state} | ${act} | ${answers.join(" | ")} |`);
    }
  return `${lines.join("\n")}\n`;
}

describe("a roadmap, for every state, act and role", () => {
  it("answers as the committed matrix says", async () => {
    await expect(await matrix()).toMatchFileSnapshot("./roadmap-life.md");
  });

  it("is validated by nobody who wrote it, and reviewed by nobody of its own body", async () => {
    const tries = (name: string, act: Act) =>
      Promise.all(ROADMAP_STATES.map((state) => attempt(state, act, PEOPLE[name] ?? person("auditor"))));
    expect(await tries("validator, own version", "to ministry_validated")).not.toContain("→ ministry_validated");
    expect(await tries("validator", "to ministry_validated")).toContain("→ ministry_validated");
    for (const act of ["to in_review", "to accepted", "to returned"] as const)
      expect((await tries("operator, own body", act)).some((answer) => answer.startsWith("→"))).toBe(false);
    for (const act of ACTS)
      for (const name of ["auditor", "committee", "compliance", "ai_cell"])
        expect((await tries(name, act)).some((answer) => /^(→|done)/u.test(answer))).toBe(false);
  });
});
