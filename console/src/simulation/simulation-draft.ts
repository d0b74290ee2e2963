import type { SimulationInput } from "../generated/operations";
import type { RuleFile } from "../parts/rules/rule-files";

/** The form as it is filled in; days are ISO days, empty when not given. */
export interface SimulationDraft {
  readonly from: string;
  readonly to: string;
  readonly day: string;
  readonly what: "files" | "bundle" | "active";
  readonly digest: string;
  readonly files: readonly RuleFile[];
}

export interface DraftFault {
  readonly field: string;
  /** Key of the dictionary. */
  readonly key: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;
const WINDOW_DAYS = 14;
const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What the address asks for, otherwise the two weeks up to today. */
export function firstDraft(params: URLSearchParams, now: Date): SimulationDraft {
  const digest = params.get("candidate") ?? "";
  const day = params.get("day") ?? "";
  return {
    from: params.get("from") ?? isoDay(now.getTime() - (WINDOW_DAYS - 1) * DAY_MS),
    to: params.get("to") ?? isoDay(now.getTime()),
    day,
    what: digest === "" ? (day === "" ? "files" : "active") : "bundle",
    digest,
    files: [],
  };
}

/** Everything to correct, in the order of the fields. */
export function draftFaults({ from, to, day, what, digest, files }: SimulationDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  const fault = (field: string, key: string) => faults.push({ field, key: `simulations.fault.${key}` });
  const span = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (!DAY.test(from)) fault("simulation-from", "day");
  if (!DAY.test(to)) fault("simulation-to", "day");
  else if (span < 1) fault("simulation-to", "order");
  else if (span > LONGEST_DAYS) fault("simulation-to", "long");
  if (what === "files" && files.length === 0) fault("simulation-files", "files");
  if (what === "bundle" && digest === "") fault("simulation-bundle", "bundle");
  if (what === "active" && day === "") fault("simulation-day", "needed");
  return faults;
}

export const inputOf = ({ from, to, day, what, digest, files }: SimulationDraft): SimulationInput => ({
  fromDay: from,
  toDay: to,
  legalDay: day === "" ? null : day,
  candidateDigest: what === "bundle" ? digest : null,
  rules: what === "files" ? { files: files.map((file) => ({ ...file })), onTopOfActive: true, without: [] } : null,
});
