import { addDays, parisDay } from "@socle/contracts";
import type { SimulationInput } from "../generated/operations";
import type { FieldSpec, FormValues } from "../parts/form/field-spec";
import { ruleFilesIn } from "../parts/rules/rule-files";

export type SimulationField = "from" | "to" | "what" | "files" | "digest" | "day";
/** The form as it is filled in; days are ISO days, empty when not given. */
export type SimulationDraft = FormValues<SimulationField>;

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;
const WINDOW_DAYS = 14;

/** What the address asks for, otherwise the two weeks up to today. */
export function firstDraft(params: URLSearchParams, now: Date): SimulationDraft {
  const digest = params.get("candidate") ?? "";
  const day = params.get("day") ?? "";
  return {
    from: params.get("from") ?? addDays(parisDay(now), 1 - WINDOW_DAYS),
    to: params.get("to") ?? parisDay(now),
    day,
    what: digest === "" ? (day === "" ? "files" : "active") : "bundle",
    digest,
    files: "[]",
  };
}

/** The fields that a simulation with these rules has. */
export const simulationSpecs = (
  rules: FieldSpec["choices"],
  bundles: Pick<FieldSpec, "choices" | "hint">,
  { what }: Pick<SimulationDraft, "what">,
): readonly FieldSpec<SimulationField>[] => [
  { name: "from", kind: "day", half: true },
  { name: "to", kind: "day", half: true },
  { name: "what", kind: "choice", choices: rules },
  ...(what === "files" ? [{ name: "files", kind: "own" } as const] : []),
  ...(what === "bundle" ? [{ name: "digest", kind: "choice", ...bundles } as const] : []),
  { name: "day", kind: "day", optional: true },
];

/** A period that ends after it begins, files when files are tried, a day when nothing else would change. */
export function wrongSimulation({ from, to, day, what, files }: SimulationDraft): readonly SimulationField[] {
  const span = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  const checks: readonly [SimulationField, boolean][] = [
    ["to", Number.isNaN(span) || (span >= 1 && span <= LONGEST_DAYS)],
    ["files", what !== "files" || ruleFilesIn(files).length > 0],
    ["day", what !== "active" || day !== ""],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

export const inputOf = ({ from, to, day, what, digest, files }: SimulationDraft): SimulationInput => ({
  fromDay: from,
  toDay: to,
  legalDay: day === "" ? null : day,
  candidateDigest: what === "bundle" ? digest : null,
  rules: what === "files" ? { files: [...ruleFilesIn(files)], onTopOfActive: true, without: [] } : null,
});
