import type { EngineReader } from "../engine-reader.port.js";
import { noGauges, ratio, share } from "../sample-reader.js";

/** vLLM (vllm-project/vllm: vllm/v1/metrics/loggers.py); before 0.10 the KV and prefix metrics carry `gpu_` in front. */
export const vllm: EngineReader = {
  kind: "vllm",
  prefix: "vllm:",
  names: [
    "vllm:num_requests_running",
    "vllm:num_requests_waiting",
    "vllm:kv_cache_usage_perc",
    "vllm:gpu_cache_usage_perc",
    "vllm:prefix_cache_queries_total",
    "vllm:gpu_prefix_cache_queries_total",
    "vllm:prefix_cache_hits_total",
    "vllm:gpu_prefix_cache_hits_total",
    "vllm:gpu_prefix_cache_hit_rate",
    "vllm:cache_config_info",
    "vllm:lora_requests_info",
  ],
  read: (reader) => ({
    ...noGauges("vllm"),
    running: reader.sum("vllm:num_requests_running"),
    waiting: reader.sum("vllm:num_requests_waiting"),
    kvUse: share(reader.most("vllm:kv_cache_usage_perc", "vllm:gpu_cache_usage_perc")),
    prefixHitRatio:
      ratio(
        reader.sum("vllm:prefix_cache_hits_total", "vllm:gpu_prefix_cache_hits_total"),
        reader.sum("vllm:prefix_cache_queries_total", "vllm:gpu_prefix_cache_queries_total"),
      ) ?? share(reader.most("vllm:gpu_prefix_cache_hit_rate")),
    blockSize: reader.infoNumber("vllm:cache_config_info", "block_size"),
    blocks: reader.infoNumber("vllm:cache_config_info", "num_gpu_blocks"),
    adapters: reader.newestList("vllm:lora_requests_info", ["running_lora_adapters", "waiting_lora_adapters"]),
  }),
};
