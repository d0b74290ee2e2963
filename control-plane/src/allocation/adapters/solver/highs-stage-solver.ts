import type { Highs, Model, ModelData } from "highs";
import type { LinearProgram, Objective, StageOutcome, StageSolver } from "../../domain/round-program/linear-program.js";

/** Objectives are whole numbers: what is within one of the bound is the best. */
const LESS_THAN_ONE = 0.999;

/**
 * HiGHS on one stage, single-threaded and deterministic. It blocks its thread until it is done.
 * @param secondsLeft time that the whole round still has; asked before each stage
 */
export const highsStageSolver =
  (highs: Highs, secondsLeft: () => number): StageSolver =>
  (program, objective, start) =>
    highs.withModel(dataOf(highs, program, objective), (model) => {
      model.options.set("output_flag", false);
      model.options.set("mip_rel_gap", 0);
      model.options.set("mip_abs_gap", LESS_THAN_ONE);
      model.options.set("time_limit", Math.max(0.01, secondsLeft()));
      if (start !== null) model.setSolution({ colValue: [...start] });
      model.run();
      return outcomeOf(model, objective);
    });

function outcomeOf(model: Model, objective: Objective): StageOutcome | null {
  if (model.info.get("primal_solution_status") !== FEASIBLE) return null;
  const values = [...model.getSolution().colValue];
  const value = Math.round(model.getObjectiveValue());
  const bound = model.info.get("mip_dual_bound");
  return { values, value, bound: typeof bound === "number" && Number.isFinite(bound) ? bound : worst(objective) };
}

const FEASIBLE = 2;
const worst = ({ sense }: Objective): number => (sense === "maximise" ? Infinity : -Infinity);

function dataOf(highs: Highs, { columns, rows }: LinearProgram, { sense, costs }: Objective): ModelData {
  const { objectiveSense, variableType } = highs.constants;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of rows) {
    for (const [column, coefficient] of entries) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  const shape = { numRows: rows.length, numCols: columns.length };
  return {
    ...shape,
    sense: sense === "maximise" ? objectiveSense.maximize : objectiveSense.minimize,
    colCost: columns.map((_, index) => costs.get(index) ?? 0),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { ...shape, format: "csr", starts, indices, values },
    integrality: columns.map(({ integer }) => (integer ? variableType.integer : variableType.continuous)),
  };
}
