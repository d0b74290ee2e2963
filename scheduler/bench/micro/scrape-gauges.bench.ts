import type * as Board from "../../src/fleet/metrics/gauge-board.js";
import type * as Read from "../../src/fleet/metrics/read-engine.js";
import { compiled, microBench } from "./measure.ts";

/** A `/metrics` answer as vLLM writes it: some gauges among histograms of twenty buckets each. */
function exposition(histograms: number): string {
  const labels = 'engine="0",model_name="mistralai/Mistral-Small-3.2-24B-Instruct-2506"';
  const gauges = [
    `vllm:num_requests_running{${labels}} 31.0`,
    `vllm:num_requests_waiting{${labels}} 2.0`,
    `vllm:kv_cache_usage_perc{${labels}} 0.4312`,
    `vllm:prefix_cache_queries_total{${labels}} 1.8234e+07`,
    `vllm:prefix_cache_hits_total{${labels}} 6.211e+06`,
  ];
  const buckets = Array.from({ length: histograms * 20 }, (_, index) => {
    const name = `vllm:histogram_${Math.floor(index / 20)}_seconds_bucket`;
    return `${name}{${labels},le="${(index % 20) * 0.25}"} ${index * 37}.0`;
  });
  return [...gauges, "# HELP and others", ...buckets, ""].join("\n");
}

export const scrapeGauges = microBench("scrape-gauges", "gauges of one scrape, and one look at them", async () => {
  const { readEngine } = await compiled<typeof Read>("fleet/metrics/read-engine.js");
  const { createGaugeBoard } = await compiled<typeof Board>("fleet/metrics/gauge-board.js");
  const text = exposition(30);
  const reading = readEngine(text, null);
  if (!reading.ok) throw new Error(reading.problem);
  const board = createGaugeBoard();
  board.put("endpoint", { at: 0, gauges: reading.gauges, dispatched: 0, finished: 0 });
  let dispatched = 0;
  return {
    [`scrape of ${Math.round(text.length / 1024)} kB`]: () => readEngine(text, null),
    "look, nothing new": () => board.read("endpoint", 0, 0, 128),
    "look after a dispatch": () => board.read("endpoint", (dispatched += 1), dispatched - 8, 128),
  };
});
