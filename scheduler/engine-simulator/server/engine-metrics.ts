import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Engine } from "../engine/engine.js";

/** Bounds in seconds, as vLLM's. */
const FIRST_TOKEN_BUCKETS = [
  0.001, 0.005, 0.01, 0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80, 160, 640, 2560,
];
const LATER_TOKEN_BUCKETS = [
  0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 20, 40, 80,
];
const REQUEST_BUCKETS = [0.3, 0.5, 0.8, 1, 1.5, 2, 2.5, 5, 10, 15, 20, 30, 40, 50, 60, 120, 240, 480, 960, 1920, 7680];

/** The metrics that gateways read from vLLM, under its names and labels. */
export class EngineMetrics {
  readonly registry = new Registry();
  private readonly firstTokenSeconds: Histogram;
  private readonly laterTokenSeconds: Histogram;
  private readonly requestSeconds: Histogram;
  private readonly promptTokens: Counter;
  private readonly generationTokens: Counter;
  private readonly cacheQueries: Counter;
  private readonly cacheHits: Counter;
  private readonly success: Counter<"finished_reason">;

  constructor(model: string) {
    this.registry.setDefaultLabels({ model_name: model, engine: "0" });
    this.firstTokenSeconds = this.histogram("time_to_first_token_seconds", FIRST_TOKEN_BUCKETS);
    this.laterTokenSeconds = this.histogram("inter_token_latency_seconds", LATER_TOKEN_BUCKETS);
    this.requestSeconds = this.histogram("e2e_request_latency_seconds", REQUEST_BUCKETS);
    this.promptTokens = this.counter("prompt_tokens_total", "Prompt tokens processed");
    this.generationTokens = this.counter("generation_tokens_total", "Tokens generated");
    this.cacheQueries = this.counter("prefix_cache_queries_total", "Prompt tokens looked up in the prefix cache");
    this.cacheHits = this.counter("prefix_cache_hits_total", "Prompt tokens found in the prefix cache");
    this.success = new Counter({
      name: "vllm:request_success_total",
      help: "Requests ended, by reason",
      labelNames: ["finished_reason"],
      registers: [this.registry],
    });
  }

  /** Reads the engine's gauges at each scrape. */
  watch(engine: Engine): void {
    this.gauge("num_requests_running", "Sequences admitted", () => engine.runningCount);
    this.gauge("num_requests_waiting", "Sequences waiting", () => engine.waitingCount);
    this.gauge("kv_cache_usage_perc", "KV blocks in use, 1 is all", () => engine.kvUsage);
    const { blockSize, kvBlocks } = engine.settings;
    new Gauge({
      name: "vllm:cache_config_info",
      help: "Cache geometry",
      labelNames: ["block_size", "num_gpu_blocks", "enable_prefix_caching"],
      registers: [this.registry],
    }).set({ block_size: blockSize, num_gpu_blocks: kvBlocks, enable_prefix_caching: "True" }, 1);
  }

  prefixCache(queried: number, hit: number): void {
    this.cacheQueries.inc(queried);
    this.cacheHits.inc(hit);
  }

  firstToken(promptTokens: number, seconds: number): void {
    this.promptTokens.inc(promptTokens);
    this.generationTokens.inc();
    this.firstTokenSeconds.observe(seconds);
  }

  laterToken(seconds: number): void {
    this.generationTokens.inc();
    this.laterTokenSeconds.observe(seconds);
  }

  finished(reason: string, seconds: number): void {
    this.success.inc({ finished_reason: reason });
    this.requestSeconds.observe(seconds);
  }

  aborted(): void {
    this.success.inc({ finished_reason: "abort" });
  }

  private histogram(name: string, buckets: number[]): Histogram {
    return new Histogram({ name: `vllm:${name}`, help: `Seconds: ${name}`, buckets, registers: [this.registry] });
  }

  private counter(name: string, help: string): Counter {
    return new Counter({ name: `vllm:${name}`, help, registers: [this.registry] });
  }

  private gauge(name: string, help: string, read: () => number): void {
    new Gauge({
      name: `vllm:${name}`,
      help,
      registers: [this.registry],
      collect() {
        this.set(read());
      },
    });
  }
}
