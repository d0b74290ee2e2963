import { citationOf } from "../profiles/throughput-profile.js";
import type { Basis } from "../profiles/source.js";
import { saturatedRate } from "../queueing/saturated-rate.js";
import { prefillMs } from "../queueing/step-times.js";
import type { NeedContent, NeedQuantity } from "../need/capacity-need.js";
import { ASSUMPTIONS, SIZING_METHOD } from "./assumptions.js";
import { plannedRate } from "./replica-plan.js";
import type { SizedNeed } from "./size-need.js";

/** One number on the way from a need to its GPUs: what it is, how it was got, what it rests on. */
export interface SizingStep {
  /** Closed list; the console has its words. */
  readonly code: string;
  readonly value: number;
  readonly unit: string;
  readonly formula: string;
  readonly basis: Basis;
  /** Method and version, or the profile quoted. */
  readonly method: string;
}

const rounded = (value: number): number => Number(value.toPrecision(6));

/** "Why 4 GPUs?": every intermediate number of the likely reading, in the order in which each follows from the others. */
export function explainSize(need: NeedContent, quantity: NeedQuantity, sized: SizedNeed): readonly SizingStep[] {
  if (sized.kind === "unsized") return [];
  const origin: Basis = need.figures;
  const declared = (code: string, value: number, unit: string, formula: string): SizingStep => ({
    code,
    value: rounded(value),
    unit,
    formula,
    basis: origin,
    method: `need ${need.reference}, ${need.figures}`,
  });
  const computed = (code: string, value: number, unit: string, formula: string): SizingStep => ({
    code,
    value: rounded(value),
    unit,
    formula,
    basis: "estimated",
    method: SIZING_METHOD,
  });
  if (sized.kind === "trained") {
    return [
      declared("gpu_hours", quantity.likely, "GPU·h", "declared for the quarter"),
      computed("quarter_hours", sized.hours, "h", "days of the quarter × 24"),
      computed("training_utilisation", ASSUMPTIONS.trainingUtilisation, "", "assumed"),
      computed("gpus", sized.gpus.likely, "GPU", "⌈GPU-hours ÷ (hours × utilisation)⌉"),
    ];
  }
  const { likely, workload } = sized;
  const { plan } = likely;
  const { profile, shape, times } = plan;
  const quoted = (code: string, value: number, unit: string, formula: string): SizingStep => ({
    code,
    value: rounded(value),
    unit,
    formula,
    basis: profile.source.basis,
    method: citationOf(profile),
  });
  const GIB = 2 ** 30;
  const demand = [
    declared("requests_per_day", quantity.likely, "1/d", "declared for the quarter, likely"),
    declared("input_tokens", shape.inputTokens, "token", "mean of a request"),
    declared("output_tokens", shape.outputTokens, "token", "mean of a request"),
    declared("batchable_percent", need.batchablePercent, "%", "may run at night"),
    ...(need.peakConcurrency === null
      ? [declared("peak_hour_percent", need.peakHourPercent, "%", "of a day's requests, in its busiest hour")]
      : [declared("peak_concurrency", need.peakConcurrency, "request", "at once at the worst moment")]),
    computed(
      "peak_per_second",
      likely.live / plan.residenceSeconds,
      "1/s",
      need.peakConcurrency === null
        ? "requests × (1 − batchable) × peak hour ÷ 3600"
        : "at once × (1 − batchable) ÷ residence",
    ),
    computed(
      "night_per_second",
      workload.load.nightPerSecond,
      "1/s",
      "requests × (batchable ÷ 10 h + rest × 0.005) ÷ 3600",
    ),
  ];
  const memory = [
    quoted("gpus_per_replica", profile.gpusPerReplica, "GPU", `fewest GPUs over all configurations: ${profile.key}`),
    quoted("weights", profile.weightsBytes / GIB, "GiB", "parameters × bytes of the precision"),
    quoted("kv_per_token", profile.kvBytesPerToken, "B", "2 × layers × KV heads × head size × bytes"),
    computed("free_memory", plan.freeBytes / GIB, "GiB", "GPUs × memory × 0.9 − weights"),
    computed(
      "batch_by_memory",
      plan.memoryBatch,
      "request",
      "⌊free ÷ (KV per token × (in + out))⌋, by blocks of 16 tokens",
    ),
  ];
  const speed = [
    quoted("alpha", times.alphaMs, "ms", "step of an empty batch, likely reading"),
    quoted("beta", times.betaMs, "ms", "added by each sequence"),
    ...(plan.targetBatch === null
      ? []
      : [
          computed(
            "batch_by_target",
            Math.min(plan.targetBatch, 1e9),
            "request",
            "⌊(target − α + p) ÷ (β + p)⌋, p = δ × in ÷ (out − 1)",
          ),
        ]),
    quoted("batch_of_engine", profile.maxSequences, "request", "largest that the profile knows"),
    computed("batch", plan.batch, "request", "least of the above"),
    quoted("prefill", prefillMs(times, shape.inputTokens, plan.batch) / 1000, "s", "γ + δ × in × batch"),
    computed("residence", plan.residenceSeconds, "s", "prefill + out × (α + β × batch)"),
  ];
  const count = [
    computed("live", likely.live, "request", "peak × residence (Little)"),
    computed(
      "saturated_rate",
      saturatedRate({ times, shape, places: plan.batch }),
      "1/s",
      "what one replica ends while a line waits: the lesser of places and reading",
    ),
    computed("planned_per_replica", plannedRate(plan), "1/s", "0.985 × saturated rate"),
    ...(plan.firstTokenMs === null
      ? []
      : [
          need.ttftTargetMs === null
            ? computed(
                "first_token_assumed",
                plan.firstTokenMs / 1000,
                "s",
                `reading of the prompt alone + ${ASSUMPTIONS.firstTokenWaitMs / 1000} s (MLPerf Inference, server, TTFT)`,
              )
            : declared("first_token_target", plan.firstTokenMs / 1000, "s", "95 of 100 requests"),
        ]),
    computed(
      "within_targets",
      likely.rate.exact(),
      "1/s",
      "0.98 × highest rate at which 95 of 100 first tokens are in time",
    ),
    computed("replicas_by_day", likely.dayReplicas, "replica", "⌈peak ÷ within targets⌉"),
    computed("replicas_by_night", likely.nightReplicas, "replica", "⌈night ÷ planned⌉"),
    computed("spare", likely.spare, "replica", "1 for criticality 1 and 2"),
    computed("replicas", likely.replicas, "replica", "greater of day and night + spare"),
    computed("gpus", likely.gpus, "GPU", "replicas × GPUs per replica"),
  ];
  return [...demand, ...memory, ...speed, ...count];
}
