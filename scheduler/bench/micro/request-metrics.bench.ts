import { Counter, Histogram, Registry } from "prom-client";
import type { DecisionV1, UsageV1 } from "@socle/contracts";
import type * as Metrics from "../../src/observability/metrics/request-metrics.js";
import { compiled, microBench } from "./measure.ts";

const DECISION = { modelId: "m", outcome: "served", code: null, pools: [] } as unknown as DecisionV1;
const USAGE = {
  quantities: {
    ...{ inputTokens: 200, cachedInputTokens: 0, outputTokens: 50, costMicroEuro: 9 },
    ...{ gpuMicroSeconds: 310_000, nanoKWh: 1_200, nanoKgCO2eq: 50, queueMicroSeconds: 0 },
  },
  totalMs: 900,
  firstTokenMs: 40,
} as unknown as UsageV1;

export const requestMetrics = microBench("request-metrics", "everything counted at the end of a request", async () => {
  const { RequestMetrics } = await compiled<typeof Metrics>("observability/metrics/request-metrics.js");
  const metrics = new RequestMetrics(new Registry(), () => "model");
  const registers = [new Registry()];
  const requests = new Counter({ name: "requests", help: "-", labelNames: ["outcome", "code"], registers });
  const histogram = (name: string) => new Histogram({ name, help: "-", labelNames: ["model", "kind"], registers });
  const [tokens, duration, first, interval] = ["tokens", "duration", "first", "interval"].map(histogram);
  return {
    arrays: () => metrics.ended(DECISION, USAGE, 17),
    "prom-client": () => {
      requests.inc({ outcome: "served", code: "" });
      tokens?.observe({ model: "model", kind: "input" }, 200);
      tokens?.observe({ model: "model", kind: "output" }, 50);
      duration?.observe({ model: "model", kind: "" }, 0.9);
      first?.observe({ model: "model", kind: "" }, 0.04);
      interval?.observe({ model: "model", kind: "" }, 0.017);
    },
  };
});
