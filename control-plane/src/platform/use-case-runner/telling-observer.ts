import type { Logger } from "pino";
import { Counter, Histogram, type Registry } from "prom-client";
import { actorRef, type Actor } from "../../kernel/actor.js";
import { Fault } from "../../kernel/fault.js";
import type { Telemetry } from "../telemetry/telemetry.port.js";
import type { UseCaseObserver, UseCaseOutcome } from "./use-case-observer.port.js";

/** One log line, one count and one span for each use case that ran. Labels are use-case names and refusal kinds: bounded. */
export class TellingObserver implements UseCaseObserver {
  private readonly runs: Counter<"use_case" | "outcome">;
  private readonly seconds: Histogram<"use_case">;

  constructor(
    private readonly logger: Logger,
    metrics: Registry,
    private readonly telemetry: Telemetry,
  ) {
    this.runs = new Counter({
      name: "socle_use_case_total",
      help: "Use cases run, by outcome",
      labelNames: ["use_case", "outcome"],
      registers: [metrics],
    });
    this.seconds = new Histogram({
      name: "socle_use_case_seconds",
      help: "Duration of a use case, transaction included",
      labelNames: ["use_case"],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers: [metrics],
    });
  }

  observe(useCase: string, actor: Actor, outcome: UseCaseOutcome, seconds: number): void {
    const told = outcome.kind === "refused" ? outcome.refusal.kind : outcome.kind;
    this.runs.inc({ use_case: useCase, outcome: told });
    this.seconds.observe({ use_case: useCase }, seconds);
    const attributes = { "socle.use_case": useCase, "socle.outcome": told };
    this.telemetry.record(useCase, attributes, seconds, outcome.kind === "failed");
    const line = {
      event: "use_case",
      use_case: useCase,
      actor: actorRef(actor),
      outcome: told,
      ms: Math.round(seconds * 1e4) / 10,
    };
    if (outcome.kind === "done") this.logger.info(line);
    else if (outcome.kind === "refused") this.logger.info({ ...line, code: outcome.refusal.code });
    else this.logger[outcome.error instanceof Fault ? "warn" : "error"]({ ...line, err: outcome.error });
  }
}
