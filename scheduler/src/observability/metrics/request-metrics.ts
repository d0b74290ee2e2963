import { QUANTITY_NAMES } from "@socle/contracts";
import type { DecisionV1, UsageV1 } from "@socle/contracts";
import type { Registry } from "prom-client";
import type { Stage } from "../../kernel/telemetry.port.js";
import { DURATION_SECONDS, FIRST_TOKEN_SECONDS, STAGE_SECONDS, TOKEN_INTERVAL_SECONDS, TOKENS } from "./buckets.js";
import { HotCounter } from "./hot-counter.js";
import { HotHistogram } from "./hot-histogram.js";

const MODEL = "gen_ai_request_model";

/** Numbers of requests. The names `gen_ai_*` are OpenTelemetry's, spelt as Prometheus does. */
export class RequestMetrics {
  private readonly requests: HotCounter;
  private readonly findings: HotCounter;
  private readonly stages: HotHistogram;
  private readonly tokens: HotHistogram;
  private readonly used: HotCounter;
  private readonly duration: HotHistogram;
  private readonly firstToken: HotHistogram;
  private readonly interval: HotHistogram;

  constructor(
    registry: Registry,
    private readonly modelName: (modelId: string) => string,
  ) {
    const counter = (name: string, help: string, labels: string[]) => new HotCounter(registry, { name, help, labels });
    const histogram = (name: string, help: string, labels: string[], bounds: readonly number[]) =>
      new HotHistogram(registry, { name, help, labels }, bounds);
    this.requests = counter("socle_requests_total", "Requests by outcome and refusal code", ["outcome", "code"]);
    this.findings = counter("socle_policy_findings_total", "Rules that fired, by pool", ["rule", "effect"]);
    this.used = counter("socle_used_total", "What requests used, in whole numbers of each quantity's scale", [
      MODEL,
      "quantity",
    ]);
    this.stages = histogram("socle_stage_seconds", "Time in each stage of a request", ["stage"], STAGE_SECONDS);
    this.tokens = histogram("gen_ai_client_token_usage", "Tokens by request", [MODEL, "gen_ai_token_type"], TOKENS);
    this.duration = histogram(
      "gen_ai_server_request_duration_seconds",
      "Whole time of a request",
      [MODEL, "error_type"],
      DURATION_SECONDS,
    );
    this.firstToken = histogram(
      "gen_ai_server_time_to_first_token_seconds",
      "Time to the first byte of an answer, as the caller sees it",
      [MODEL],
      FIRST_TOKEN_SECONDS,
    );
    this.interval = histogram(
      "gen_ai_server_time_per_output_token_seconds",
      "Mean time between output tokens",
      [MODEL],
      TOKEN_INTERVAL_SECONDS,
    );
  }

  stage(name: Stage, milliseconds: number): void {
    this.stages.observe(milliseconds / 1000, name);
  }

  ended(decision: DecisionV1, usage: UsageV1 | null, interTokenMs: number | null): void {
    const code = decision.code ?? "";
    const model = decision.modelId === null ? "" : this.modelName(decision.modelId);
    this.requests.add(1, decision.outcome, code);
    for (const pool of decision.pools)
      for (const reason of pool.reasons) this.findings.add(1, reason.rule, reason.effect);
    if (usage === null) return;
    this.duration.observe(usage.totalMs / 1000, model, code);
    const { quantities } = usage;
    this.tokens.observe(quantities.inputTokens ?? 0, model, "input");
    this.tokens.observe(quantities.outputTokens ?? 0, model, "output");
    for (const quantity of QUANTITY_NAMES) {
      const amount = quantities[quantity];
      if (amount !== undefined) this.used.add(amount, model, quantity);
    }
    if (usage.firstTokenMs !== null) this.firstToken.observe(usage.firstTokenMs / 1000, model);
    if (interTokenMs !== null) this.interval.observe(interTokenMs / 1000, model);
  }
}
