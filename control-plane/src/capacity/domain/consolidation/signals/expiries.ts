import type { Quarter } from "../../campaign/quarter.js";
import { quarterDays } from "../../campaign/quarter.js";
import type { LineInput } from "../consolidation-input.js";

/** What ends for a line within the quarters of the campaign. */
export interface Expiry {
  readonly kind: "qualification" | "support" | "availability" | "amortisation";
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly ministryId: string;
  readonly line: string;
  /** Reference of the qualification. */
  readonly subject: string | null;
  readonly gpuType: string;
  readonly gpus: number;
}

/** Soonest first. A date before the first quarter has ended already and is listed too. */
export function expiries(lines: readonly LineInput[], quarters: readonly Quarter[]): readonly Expiry[] {
  const last = quarters.at(-1);
  if (last === undefined) return [];
  const { to } = quarterDays(last);
  return lines
    .flatMap(({ ministryId, line }) => {
      const { reference, gpuType, gpuCount: gpus } = line;
      const of = (kind: Expiry["kind"], date: string | null, subject: string | null = null): Expiry[] =>
        date === null || date >= to ? [] : [{ kind, date, ministryId, line: reference, subject, gpuType, gpus }];
      return [
        ...of("qualification", line.qualificationEnd, line.qualification),
        ...of("support", line.supportEnd),
        ...of("availability", line.availableTo),
        ...of("amortisation", line.amortisationEnd),
      ];
    })
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.line < b.line ? -1 : 1));
}
