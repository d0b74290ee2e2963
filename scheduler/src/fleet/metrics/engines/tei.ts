import type { EngineReader } from "../engine-reader.port.js";
import { noGauges } from "../sample-reader.js";

/** Text Embeddings Inference (huggingface/text-embeddings-inference): a queue gauge, none of what runs. */
export const tei: EngineReader = {
  kind: "tei",
  prefix: "te_",
  names: ["te_queue_size"],
  read: (reader) => ({ ...noGauges("tei"), waiting: reader.sum("te_queue_size") }),
};
