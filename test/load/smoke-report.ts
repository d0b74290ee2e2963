import { percentile } from "../../scheduler/bench/result.ts";
import { clientSums, total, type Sums } from "./accounts.ts";
import type { Participant } from "./replay-trace.ts";

const HEAD = [
  "application",
  "ministry",
  "SDK",
  "requests",
  "tokens in",
  "tokens out",
  "€",
  "refused",
  "p50 ms",
  "p99 ms",
];

/** One line an application, as its callers saw it; times to the first token, or to the whole answer without a stream. */
export function trafficTable(participants: readonly Participant[]): string {
  const rows = participants.map((participant) => {
    const times = participant.outcomes.flatMap((outcome) => ("answer" in outcome ? [outcome.answer.firstTokenMs] : []));
    const { application, ministry, caller } = participant;
    return [application, ministry, caller.sdk, ...figures(clientSums(participant)), ms(times, 0.5), ms(times, 0.99)];
  });
  const all = total(participants.map(clientSums));
  return table([HEAD, ...rows, ["all", "", "", ...figures(all), "", ""]]);
}

/** One line a source: they have to be the same. */
export function agreementTable(sources: Readonly<Record<string, Sums>>): string {
  const rows = Object.entries(sources).map(([name, sums]) => [name, ...figures(sums)]);
  return table([["source", "requests", "tokens in", "tokens out", "€", "refused"], ...rows]);
}

function figures({ served, refused, inputTokens, outputTokens, microEuros }: Sums): string[] {
  return [
    String(served + refused),
    String(inputTokens),
    String(outputTokens),
    (microEuros / 1e6).toFixed(6),
    String(refused),
  ];
}

function ms(times: readonly number[], share: number): string {
  return times.length === 0 ? "" : percentile(times, share).toFixed(0);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  const isText = (column: number): boolean => rows.slice(1).some((row) => /[a-z]/i.test(row[column] ?? ""));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
