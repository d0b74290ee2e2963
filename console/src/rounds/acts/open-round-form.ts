import type { OpenRoundInput, RoundTrack } from "../../generated/operations";

/** The form's fields as typed. */
export interface OpenRoundForm {
  readonly track: RoundTrack;
  readonly title: string;
  readonly firstQuarter: string;
  readonly quarterCount: string;
  /** `YYYY-MM-DD`; the first quarter's beginning, or now, when empty. */
  readonly effectFrom: string;
  readonly closesAt: string;
  /** Price of a GPU-hour in euros as typed, by id of the pools that are shared out. */
  readonly prices: Readonly<Record<string, string>>;
}
export type OpenRoundField = keyof OpenRoundForm;

export const TRACKS: readonly RoundTrack[] = ["APPEL", "CONTINU", "URGENCE"];
const MOST_CENTS = 100_000;

export const emptyRound: OpenRoundForm = {
  track: "APPEL",
  title: "",
  firstQuarter: "",
  quarterCount: "1",
  effectFrom: "",
  closesAt: "",
  prices: {},
};

/** Consecutive quarters: `2026Q4`, 2 → `2026Q4`, `2027Q1`. */
export function quartersFrom(first: string, count: number): readonly string[] {
  const [year = 0, quarter = 1] = first.split("Q").map(Number);
  return Array.from({ length: count }, (_, index) => {
    const place = year * 4 + quarter - 1 + index;
    return `${String(Math.floor(place / 4))}Q${String((place % 4) + 1)}`;
  });
}

const centsOf = (typed: string): number => Math.round(Number(typed.trim().replace(",", ".") || "0") * 100);

/** Fields to correct, as the server asks. */
export function wrongRoundFields(form: OpenRoundForm): readonly OpenRoundField[] {
  const length = form.title.trim().length;
  const count = Number(form.quarterCount);
  const cents = Object.values(form.prices).map(centsOf);
  const checks: readonly [OpenRoundField, boolean][] = [
    ["title", length >= 3 && length <= 200],
    ["firstQuarter", /^20\d\dQ[1-4]$/u.test(form.firstQuarter.trim())],
    ["quarterCount", Number.isInteger(count) && count >= 1 && count <= 12],
    ["prices", cents.length > 0 && cents.every((price) => price >= 0 && price <= MOST_CENTS)],
  ];
  return checks.filter(([, right]) => !right).map(([field]) => field);
}

const dayOrNull = (day: string): string | null => (day === "" ? null : `${day}T00:00:00Z`);

/** @param organisationId the body that asks for itself; a call is the State's */
export const toRoundInput = (form: OpenRoundForm, organisationId: string | null): OpenRoundInput => ({
  track: form.track,
  title: form.title.trim(),
  organisationId: form.track === "APPEL" ? null : organisationId,
  quarters: quartersFrom(form.firstQuarter.trim(), Number(form.quarterCount)),
  effectFrom: dayOrNull(form.effectFrom),
  closesAt: dayOrNull(form.closesAt),
  pools: Object.entries(form.prices).map(([poolId, price]) => ({ poolId, centsPerGpuHour: centsOf(price) })),
});
