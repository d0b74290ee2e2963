import type { EngineReader } from "../engine-reader.port.js";
import { noGauges, share } from "../sample-reader.js";

/** SGLang with `--enable-metrics` (sgl-project/sglang: docs/references/production_metrics.md). */
export const sglang: EngineReader = {
  kind: "sglang",
  prefix: "sglang:",
  names: [
    "sglang:num_running_reqs",
    "sglang:num_queue_reqs",
    "sglang:token_usage",
    "sglang:cache_hit_rate",
    "sglang:cache_config_info",
  ],
  read: (reader) => ({
    ...noGauges("sglang"),
    running: reader.sum("sglang:num_running_reqs"),
    waiting: reader.sum("sglang:num_queue_reqs"),
    kvUse: share(reader.most("sglang:token_usage")),
    prefixHitRatio: share(reader.most("sglang:cache_hit_rate")),
    blockSize: reader.infoNumber("sglang:cache_config_info", "page_size"),
    blocks: reader.infoNumber("sglang:cache_config_info", "num_pages"),
  }),
};
