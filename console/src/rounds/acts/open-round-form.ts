import type { OpenRoundInput, RoundTrack } from "../../generated/operations";
import { cellsOf, type FieldSpec, figureOf, type FormValues } from "../../parts/form/field-spec";

export type OpenRoundField = "track" | "title" | "firstQuarter" | "quarterCount" | "effectFrom" | "closesAt" | "prices";
/** As typed; `prices` has a price in euros of a GPU-hour, by id of the pools that are shared out. */
export type OpenRoundValues = FormValues<OpenRoundField>;

const TRACKS: readonly RoundTrack[] = ["APPEL", "CONTINU", "URGENCE"];
const MOST_EUROS = 1000;

export const roundSpecs = (wordOf: (track: RoundTrack) => string): readonly FieldSpec<OpenRoundField>[] => [
  { name: "track", kind: "choice", choices: TRACKS.map((track) => [track, wordOf(track)]) },
  { name: "title", kind: "line", min: 3, max: 200 },
  { name: "firstQuarter", kind: "line", pattern: /^20\d\dQ[1-4]$/u, half: true },
  { name: "quarterCount", kind: "whole", min: 1, max: 12, half: true },
  { name: "effectFrom", kind: "day", optional: true, half: true },
  { name: "closesAt", kind: "day", optional: true, half: true },
  { name: "prices", kind: "own" },
];

/** Consecutive quarters: `2026Q4`, 2 → `2026Q4`, `2027Q1`. */
export function quartersFrom(first: string, count: number): readonly string[] {
  const [year = 0, quarter = 1] = first.split("Q").map(Number);
  return Array.from({ length: count }, (_, index) => {
    const place = year * 4 + quarter - 1 + index;
    return `${String(Math.floor(place / 4))}Q${String((place % 4) + 1)}`;
  });
}

/** A price left empty is none. */
const eurosOf = (typed: string): number => (typed.trim() === "" ? 0 : figureOf(typed));

export const isPrice = (typed: string): boolean => eurosOf(typed) >= 0 && eurosOf(typed) <= MOST_EUROS;

/** A round shares out one pool at least, each at a price. */
export function wrongRound({ prices }: OpenRoundValues): readonly OpenRoundField[] {
  const typed = Object.values(cellsOf(prices));
  return typed.length > 0 && typed.every(isPrice) ? [] : ["prices"];
}

const dayOrNull = (day: string): string | null => (day === "" ? null : `${day}T00:00:00Z`);

/** @param organisationId the body that asks for itself; a call is the State's */
export const toRoundInput = (typed: OpenRoundValues, organisationId: string | null): OpenRoundInput => ({
  track: typed.track as RoundTrack,
  title: typed.title.trim(),
  organisationId: typed.track === "APPEL" ? null : organisationId,
  quarters: quartersFrom(typed.firstQuarter.trim(), figureOf(typed.quarterCount)),
  effectFrom: dayOrNull(typed.effectFrom),
  closesAt: dayOrNull(typed.closesAt),
  pools: Object.entries(cellsOf(typed.prices)).map(([poolId, price]) => ({
    poolId,
    centsPerGpuHour: Math.round(eurosOf(price) * 100),
  })),
});
