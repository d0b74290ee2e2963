import type { EngineReader } from "../engine-reader.port.js";
import { noGauges, share } from "../sample-reader.js";

/** llama.cpp's server with `--metrics` (ggml-org/llama.cpp: tools/server/README.md); its number of places is in `/props`. */
export const llamaCpp: EngineReader = {
  kind: "llama-cpp",
  prefix: "llamacpp:",
  names: ["llamacpp:requests_processing", "llamacpp:requests_deferred", "llamacpp:kv_cache_usage_ratio"],
  read: (reader) => ({
    ...noGauges("llama-cpp"),
    running: reader.sum("llamacpp:requests_processing"),
    waiting: reader.sum("llamacpp:requests_deferred"),
    kvUse: share(reader.most("llamacpp:kv_cache_usage_ratio")),
  }),
};
