import { fairnessStage, type Sharer } from "./fairness.js";
import { grouped } from "./grouped.js";
import { CRITICALITIES } from "./instance.js";
import {
  gapPercent,
  type LinearProgram,
  type Objective,
  type Row,
  type StageOutcome,
  type StageSolver,
} from "./linear-program.js";
import { ofClass, type Asker, type QuarterModel } from "./quarter-model.js";

/** Whole GPUs granted, in the order of the model's askers, and the largest gap that a stage left open. */
export interface Amounts {
  readonly granted: readonly number[];
  readonly gapPct: number;
}

/** A program that grows by one constraint a stage: what a stage reached, later ones may not give up. */
interface Progress {
  readonly program: LinearProgram;
  readonly point: readonly number[] | null;
  readonly gapPct: number;
}

/**
 * How much each asker gets in a quarter. Stages, in order: GPUs granted to class 1, 2, 3, 4; then, class by class,
 * max-min between ministries, and max-min between needs weighted by score; last, age. A class served in full has nothing
 * to share.
 * @param served the first stages, where they are solved already
 * @returns `null` when a stage found no feasible point in its time
 */
export function lexicographicAmounts(
  { askers, program }: QuarterModel,
  solve: StageSolver,
  served = classTotals({ askers, program }, solve),
): Amounts | null {
  if (served === null) return null;
  let { progress } = served;
  const { contested } = served;
  const sharers = contested.flatMap((inClass) => [ministries(inClass), needs(inClass)]);
  for (const among of sharers) {
    const shared = share(progress, among, solve);
    if (shared === null) return null;
    progress = shared;
  }
  if (contested.length > 0) {
    const outcome = optimise(progress, oldestFirst(contested.flat()), solve);
    if (outcome === null) return null;
    progress = keeping(progress, oldestFirst(contested.flat()), outcome);
  }
  const granted = askers.map(({ column }) => Math.round(progress.point?.[column] ?? 0));
  return { granted, gapPct: progress.gapPct };
}

/** Whether an asker can have all it asks for once each class has as much as it can have; `false` is proven. */
export function mayHave(served: ClassTotals | null, { column, gpus }: Asker, solve: StageSolver): boolean {
  if (served === null || served.progress.gapPct > 0) return true;
  const outcome = optimise(served.progress, { sense: "maximise", costs: new Map([[column, 1]]) }, solve);
  return outcome === null || outcome.bound > gpus - 1 + 1e-6;
}

/** What each class has, and the classes that have something, and not all. */
interface ClassTotals {
  readonly progress: Progress;
  readonly contested: readonly (readonly Asker[])[];
}

/** The first stages: GPUs of each class in turn; `null` when one found no feasible point in its time. */
export function classTotals({ askers, program }: QuarterModel, solve: StageSolver): ClassTotals | null {
  let progress: Progress = { program, point: null, gapPct: 0 };
  const contested: (readonly Asker[])[] = [];
  for (const criticality of CRITICALITIES) {
    const inClass = ofClass(askers, criticality);
    if (inClass.length === 0) continue;
    const outcome = optimise(progress, total(inClass), solve);
    if (outcome === null) return null;
    progress = keeping(progress, total(inClass), outcome);
    if (outcome.value > 0 && outcome.value < sum(inClass, ({ gpus }) => gpus)) contested.push(inClass);
  }
  return { progress, contested };
}

function share(progress: Progress, sharers: readonly Sharer[], solve: StageSolver): Progress | null {
  if (sharers.length < 2) return progress;
  const first = progress.program.columns.length;
  const { columns, rows, objective } = fairnessStage(sharers, first);
  const wider: Progress = {
    ...progress,
    program: {
      columns: [...progress.program.columns, ...columns],
      rows: [...progress.program.rows, ...rows],
    },
    point: progress.point === null ? null : [...progress.point, ...filled(sharers, progress.point)],
  };
  const outcome = optimise(wider, objective, solve);
  return outcome === null ? null : keeping(wider, objective, outcome);
}

/** The units of each sharer that its present total fills: what makes the last point feasible in the wider program. */
function filled(sharers: readonly Sharer[], point: readonly number[]): number[] {
  return sharers.flatMap(({ members, asked }) => {
    const held = members.reduce((units, column) => units + (point[column] ?? 0), 0);
    return Array.from({ length: asked }, (_, unit) => Math.min(1, Math.max(0, held - unit)));
  });
}

const optimise = ({ program, point }: Progress, objective: Objective, solve: StageSolver): StageOutcome | null =>
  solve(program, objective, point);

/** Half a unit of slack: values are whole, so the constraint is exact and the solver's tolerances do no harm. */
function keeping({ program, gapPct }: Progress, { sense, costs }: Objective, outcome: StageOutcome): Progress {
  const value = Math.round(outcome.value);
  const bounds = sense === "maximise" ? [value - 0.5, Infinity] : [-Infinity, value + 0.5];
  const row: Row = {
    lower: bounds[0] ?? -Infinity,
    upper: bounds[1] ?? Infinity,
    entries: [...costs],
  };
  return {
    program: { ...program, rows: [...program.rows, row] },
    point: outcome.values,
    gapPct: Math.max(gapPct, gapPercent(outcome)),
  };
}

const total = (askers: readonly Asker[]): Objective => ({
  sense: "maximise",
  costs: new Map(askers.map(({ column }) => [column, 1])),
});

const sum = (askers: readonly Asker[], of: (asker: Asker) => number): number =>
  askers.reduce((all, asker) => all + of(asker), 0);

function ministries(askers: readonly Asker[]): readonly Sharer[] {
  const groups = grouped(askers, ({ need }) => need.ministryId);
  return [...groups.values()].map((group) => ({
    members: group.map(({ column }) => column),
    asked: sum(group, ({ gpus }) => gpus),
    weight: 1,
  }));
}

function needs(askers: readonly Asker[]): readonly Sharer[] {
  return askers.map(({ column, gpus, need }) => ({
    members: [column],
    asked: gpus,
    weight: need.score,
  }));
}

/** Among what is equally good and equally fair, the oldest get the most; the position in the instance is the age. */
function oldestFirst(askers: readonly Asker[]): Objective {
  const byAge = [...askers].sort((left, right) => left.column - right.column);
  return {
    sense: "maximise",
    costs: new Map(byAge.map(({ column }, rank) => [column, askers.length - rank])),
  };
}
