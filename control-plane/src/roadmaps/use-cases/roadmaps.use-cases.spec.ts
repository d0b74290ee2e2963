import { describe, expect, it } from "vitest";
import { anAction, anExercise, coveredYears, dependencyFields } from "../../../../test/builders/roadmap.builder.js";
import { memoryRunner } from "../../../../test/fakes/use-case-runner.js";
import { systemActor } from "../../kernel/actor.js";
import type { Result } from "../../kernel/result.js";
import type { UseCase } from "../../kernel/use-case.js";
import { memoryRoadmapsPorts } from "../../../../test/fakes/memory/roadmaps/memory-roadmaps-ports.js";
import type { Roadmap, RoadmapContent } from "../domain/roadmap.js";
import { consolidateYear } from "./consolidate-roadmaps.use-case.js";
import { importRoadmap } from "./import-roadmap.use-case.js";
import { openRoadmap } from "./open-roadmap.use-case.js";
import { recordExercise } from "./record-exercise.use-case.js";
import { removeLine } from "./remove-line.use-case.js";
import { reportProgress } from "./report-progress.use-case.js";
import { saveAction } from "./save-action.use-case.js";
import { saveDependency } from "./save-dependency.use-case.js";
import { saveExitPlan } from "./save-exit-plan.use-case.js";
import { setReference } from "./set-reference.use-case.js";
import { setTrajectory } from "./set-trajectory.use-case.js";
import { transitionRoadmap } from "./transition-roadmap.use-case.js";

const MINISTRIES = [
  { id: "culture", name: "Culture" },
  { id: "economie", name: "Économie" },
];

/** An open roadmap of a ministry, and what its people do to it; each act is over the version that stands. */
async function scene() {
  const { runner, journal, clock, transactions } = memoryRunner();
  const ports = memoryRoadmapsPorts(anExercise, MINISTRIES);
  const by = (name: string) => systemActor(name);
  const opened = await runner.run(by("author"), openRoadmap(ports), { organisationId: "economie", year: 2026 });
  const roadmapId = opened.ok ? opened.value.id : "";
  const now = (): Promise<Roadmap | null> =>
    transactions.read(by("test"), (ctx) => ports.roadmaps.find(ctx, roadmapId));
  const content = async (): Promise<RoadmapContent | undefined> =>
    (await transactions.read(by("test"), (ctx) => ports.roadmaps.contents(ctx, [roadmapId]))).get(roadmapId);
  const act = async <Input, Loaded>(
    useCase: UseCase<Input, Loaded, Roadmap>,
    input: object,
    who = "author",
  ): Promise<Result<Roadmap>> => runner.run(by(who), useCase, { roadmapId, version: (await now())?.version, ...input });
  const line = async (fields: object = {}): Promise<string> => {
    await act(saveDependency(ports), { dependency: { ...dependencyFields(), ...fields } });
    return (await content())?.dependencies.at(-1)?.id ?? "";
  };
  const action = async (dependencyId: string, fields: object = {}): Promise<string> => {
    await act(saveAction(ports), { action: { ...anAction({ id: "x" }), dependencyId, ...fields } });
    return (await content())?.actions.at(-1)?.id ?? "";
  };
  return { runner, journal, clock, ports, act, line, action, now, content, by, roadmapId };
}

const contentOf = async (ports: Awaited<ReturnType<typeof scene>>["ports"], id: string) =>
  (await memoryRunner().transactions.read(systemActor("test"), (ctx) => ports.roadmaps.contents(ctx, [id]))).get(id);

const refusal = (result: Result<unknown>): string => (result.ok ? "done" : result.refusal.code);

describe("a roadmap's use cases", () => {
  it("change it only over the version that was looked at, and tell what it said before", async () => {
    const { act, line, ports, content, journal } = await scene();
    const id = await line();
    const dependency = dependencyFields({ product: "ESXi" });
    expect(refusal(await act(saveDependency(ports), { version: 1, id, dependency }))).toBe("roadmap.changed");
    expect(refusal(await act(saveDependency(ports), { id, dependency }))).toBe("done");
    expect((await content())?.dependencies.map(({ product }) => product)).toEqual(["ESXi"]);
    expect(journal.events.at(-1)?.event.data).toMatchObject({ before: { product: "vSphere" }, after: { id } });
    expect(refusal(await act(saveDependency(ports), { id: "unknown", dependency }))).toBe("dependency.not_found");
  });

  it.each([
    ["a notice after the renewal", { noticeDate: "2027-12-01", renewalDate: "2027-06-30" }],
    ["an impossible day", { renewalDate: "2027-02-30" }],
    ["a negative cost", { annualCostEuros: -1 }],
    ["a country that is none", { vendorCountry: "usa" }],
    [
      "an objective twice",
      { sovereignty: [0, 1].map(() => ({ objective: "legal", points: 1, maxPoints: 2, seal: 1 })) },
    ],
    ["more points than there are", { sovereignty: [{ objective: "legal", points: 3, maxPoints: 2, seal: 1 }] }],
  ])("refuse %s", async (_what, fields) => {
    const { act, ports } = await scene();
    const result = await act(saveDependency(ports), { dependency: { ...dependencyFields(), ...fields } });
    expect(refusal(result)).toBe("input.invalid");
  });

  it("keep actions in an order, and none that goes round", async () => {
    const { act, line, action, ports } = await scene();
    const dependencyId = await line();
    const first = await action(dependencyId);
    const second = await action(dependencyId, { after: [first] });
    const again = { ...anAction({ id: "x" }), dependencyId, after: [second] };
    expect(refusal(await act(saveAction(ports), { id: first, action: again }))).toBe("roadmap.circular");
    expect(refusal(await act(saveAction(ports), { action: { ...again, after: ["unknown"] } }))).toBe(
      "roadmap_action.not_found",
    );
    expect(refusal(await act(removeLine(ports), { kind: "action", id: first }))).toBe("roadmap.line_in_use");
    expect(refusal(await act(removeLine(ports), { kind: "dependency", id: dependencyId }))).toBe("done");
  });

  it("take progress and exercises once the plan is closed, within what they are about", async () => {
    const { act, line, action, ports, content } = await scene();
    const dependencyId = await line({ essential: true, target: "exit" });
    const actionId = await action(dependencyId, { usersTotal: 10 });
    const plan = { dependencyId, exportFormat: "OVF", escrow: false, reversibilityClause: true };
    await act(saveExitPlan(ports), { exitPlan: { ...plan, durationDays: 90, costEuros: 1 } });
    await act(setTrajectory(ports), coveredYears);
    const reason = "Examen fait";
    for (const [to, right, who] of [
      ["ministry_validated", "validate", "validator"],
      ["submitted", "validate", "validator"],
      ["in_review", "review", "ariane"],
      ["accepted", "review", "ariane"],
    ] as const)
      expect(refusal(await act(transitionRoadmap(ports, right), { to, reason }, who))).toBe("done");
    expect(refusal(await act(saveDependency(ports), { dependency: dependencyFields() }))).toBe("roadmap.closed");
    const news = { progress: "running", usersMigrated: 11, blocker: "", evidence: "" };
    expect(refusal(await act(reportProgress(ports), { actionId, progress: news }))).toBe("input.invalid");
    expect(refusal(await act(reportProgress(ports), { actionId, progress: { ...news, usersMigrated: 4 } }))).toBe(
      "done",
    );
    const exitPlanId = (await content())?.exitPlans[0]?.id;
    const exercise = { date: "2026-08-01", outcome: "partly", days: 4, findings: "" };
    const later = { ...exercise, date: "2026-12-01" };
    expect(refusal(await act(recordExercise(ports), { exitPlanId, exercise: later }))).toBe("input.invalid");
    expect(refusal(await act(recordExercise(ports), { exitPlanId, exercise }))).toBe("done");
  });

  it("consolidate what was accepted, and the same input into the same figures", async () => {
    const { runner, ports, by, line, act, now } = await scene();
    await line();
    await act(setTrajectory(ports), coveredYears);
    const reason = "Examen fait";
    for (const [to, right] of [
      ["ministry_validated", "validate"],
      ["submitted", "validate"],
      ["in_review", "review"],
      ["accepted", "review"],
    ] as const)
      await act(transitionRoadmap(ports, right), { to, reason }, "somebody");
    const consolidate = () => runner.run(by("ariane"), consolidateYear(ports), { year: 2026, stateId: "etat" });
    const first = await consolidate();
    expect((await now())?.state).toBe("consolidated");
    const [second, third] = [await consolidate(), await consolidate()];
    expect(first.ok && first.value.report.totalEuros).toBe(1_000_000);
    expect(second.ok && third.ok && second.value.inputDigest === third.value.inputDigest).toBe(true);
    expect(second.ok && third.ok && second.value.report).toEqual(third.ok && third.value.report);
    expect(first.ok && first.value.report.ministries.map(({ state }) => state)).toEqual([null, "consolidated"]);
  });

  it("open one roadmap a ministry and year, for a year that has an exercise", async () => {
    const { runner, ports, by } = await scene();
    const open = (organisationId: string, year: number) =>
      runner.run(by("author"), openRoadmap(ports), { organisationId, year });
    expect(refusal(await open("economie", 2026))).toBe("roadmap.exists");
    expect(refusal(await open("economie", 2031))).toBe("roadmap_exercise.not_found");
    expect(refusal(await open("elsewhere", 2026))).toBe("ministry.not_found");
    expect(refusal(await open("culture", 2026))).toBe("done");
  });
});

describe("a roadmap of a file", () => {
  const act = ({ id: name, after = [] }: { id: string; after?: string[] }) => ({
    ...anAction({ id: name }),
    name,
    after,
  });
  const told = (actions: object[], fields: object = {}) => ({
    organisationId: "culture",
    year: 2026,
    state: "draft",
    dependencies: [{ line: dependencyFields(), actions, exitPlan: anExit }],
    ...coveredYears,
    ...fields,
  });
  const anExit = { exportFormat: "OVF", escrow: false, reversibilityClause: true, durationDays: 9, costEuros: 1 };
  const imported = async (input: object) => {
    const { runner, ports, by } = await scene();
    const take = (given: object) => runner.run(by("seed"), importRoadmap(ports), given);
    return { first: await take(input), take, ports, runner, by };
  };

  it("is taken over with its lines, whose names become ids, and stays as it stands the second time", async () => {
    const { first, take, ports } = await imported(told([act({ id: "a", after: ["b"] }), act({ id: "b" })]));
    const roadmap = first.ok ? first.value : null;
    const content = await contentOf(ports, roadmap?.id ?? "");
    const [a, b] = content?.actions ?? [];
    expect(a?.after).toEqual([b?.id]);
    expect(content?.exitPlans.map(({ dependencyId }) => dependencyId)).toEqual([a?.dependencyId]);
    const again = await take(told([]));
    expect(again.ok && again.value).toEqual(roadmap);
    expect(await contentOf(ports, roadmap?.id ?? "")).toEqual(content);
  });

  it.each([
    ["names an action that is none", told([act({ id: "a", after: ["c"] })]), "roadmap_action.not_found"],
    ["runs in a circle", told([act({ id: "a", after: ["a"] })]), "roadmap.circular"],
    ["names two actions alike", told([act({ id: "a" }), act({ id: "a" })]), "roadmap.line_named_twice"],
    ["was submitted on no day", told([], { state: "accepted" }), "input.invalid"],
    ["is of a body that owes none", told([], { organisationId: "elsewhere" }), "ministry.not_found"],
  ])("is refused when it %s", async (_what, input, code) => {
    expect(refusal((await imported(input)).first)).toBe(code);
  });

  it("brings figures of the plan, each with its source, and set again by its label", async () => {
    const { runner, ports, by } = await scene();
    const set = (fields: object) =>
      runner.run(by("seed"), setReference(ports), { year: 2026, label: "VMware", euros: 1, source: "plan", ...fields });
    expect(refusal(await set({ source: "" }))).toBe("input.invalid");
    expect(refusal(await set({ year: 2099 }))).toBe("roadmap_exercise.not_found");
    expect(refusal(await set({}))).toBe("done");
    const exercise = await memoryRunner().transactions.read(by("test"), (ctx) => ports.reference.exercise(ctx, 2026));
    expect(exercise?.references.filter(({ label }) => label === "VMware")).toMatchObject([{ euros: 1, kind: "spend" }]);
  });
});
