import type { Totals, UsageGroup } from "../../generated/operations";
import { ORGANISATIONS } from "./fake-organisations";
import type { FakeUseCase } from "./fake-use-cases";

const DAY = 86_400_000;
const WEIGHTS = [38, 14, 19, 17, 4, 8, 2];

interface Group {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
}

function groupsOf(by: UsageGroup, useCases: readonly FakeUseCase[]): readonly Group[] {
  if (by === "USE_CASE") return useCases.map((one, index) => ({ id: one.id, name: one.name, weight: 12 - index }));
  if (by === "APPLICATION") {
    return useCases
      .flatMap((one) => one.applications)
      .map((one, index) => ({ id: one.id, name: one.name, weight: 18 - index }));
  }
  if (by === "MODEL") {
    return ["redaction-24b", "transcription-fr", "traduction-8b"].map((name, index) => ({
      id: name,
      name,
      weight: 60 - index * 20,
    }));
  }
  return ORGANISATIONS.filter((one) => one.kind === "MINISTRY").map((one, index) => ({
    id: one.id,
    name: one.acronym ?? one.name,
    weight: WEIGHTS[index] ?? 1,
  }));
}

/** One day of one group: fewer requests at week-ends, a fixed wave, whole cents. */
function totalsOf(weight: number, day: Date, share: number): Totals {
  const weekend = [0, 6].includes(day.getUTCDay()) ? 0.3 : 1;
  const wave = 1 + 0.08 * Math.sin(day.getUTCDate());
  const requests = Math.round(weight * 410 * weekend * wave * share);
  return withAmounts({
    requests,
    refused: Math.round(requests / 340),
    inputTokens: requests * 1830,
    outputTokens: requests * 251,
    costEuro: Math.round(requests * 0.41) / 100,
    gpuSeconds: Math.round(requests * 8.2) / 10,
    kWh: Math.round(requests * 0.21) / 1000,
    kgCO2eq: Math.round(requests * 0.0093) / 1000,
    estimatedRequests: Math.round(requests / 900),
  });
}

/** Every figure by its quantity too, as the control plane answers it. */
export function withAmounts(totals: Omit<Totals, "amounts">): Totals {
  const { requests, refused, inputTokens, outputTokens, gpuSeconds, kWh, kgCO2eq, costEuro } = totals;
  const of = { requests, refused, inputTokens, outputTokens, gpuMicroSeconds: gpuSeconds, nanoKWh: kWh };
  const all = { ...of, nanoKgCO2eq: kgCO2eq, costMicroEuro: costEuro };
  return { ...totals, amounts: Object.entries(all).map(([quantity, amount]) => ({ quantity, amount })) };
}

const add = (a: Totals, b: Totals): Totals =>
  withAmounts({
    requests: a.requests + b.requests,
    refused: a.refused + b.refused,
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costEuro: Math.round((a.costEuro + b.costEuro) * 100) / 100,
    gpuSeconds: a.gpuSeconds + b.gpuSeconds,
    kWh: a.kWh + b.kWh,
    kgCO2eq: a.kgCO2eq + b.kgCO2eq,
    estimatedRequests: a.estimatedRequests + b.estimatedRequests,
  });

const NOTHING = { ...totalsOf(0, new Date(0), 0) };

export function usageReport(from: string, to: string, by: UsageGroup, useCases: readonly FakeUseCase[], now: Date) {
  const rows: { day: string; groupId: string; groupName: string; totals: Totals }[] = [];
  const end = Math.min(Date.parse(to), now.getTime());
  for (let at = Date.parse(from); at < end; at += DAY) {
    const share = Math.min((now.getTime() - at) / DAY, 1);
    for (const group of groupsOf(by, useCases)) {
      const totals = totalsOf(group.weight, new Date(at), share);
      rows.push({ day: new Date(at).toISOString().slice(0, 10), groupId: group.id, groupName: group.name, totals });
    }
  }
  return { from, to, upTo: now.toISOString(), rows, totals: rows.reduce((sum, row) => add(sum, row.totals), NOTHING) };
}
