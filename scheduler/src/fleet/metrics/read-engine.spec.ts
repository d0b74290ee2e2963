import { describe, expect, it } from "vitest";
import { gaugesOfSlots, placesOfProps } from "./engines/llama-cpp-slots.js";
import { readEngine } from "./read-engine.js";

const lines = (...all: string[]): string => all.map((line) => `${line}\n`).join("");
const read = (...all: string[]) => {
  const reading = readEngine(lines(...all), null);
  return reading.ok ? reading.gauges : reading.problem;
};

describe("readEngine", () => {
  it("reads vLLM, its ranks added up", () => {
    expect(
      read(
        'vllm:num_requests_running{engine="0",model_name="m"} 3.0',
        'vllm:num_requests_running{engine="1",model_name="m"} 4.0',
        'vllm:num_requests_waiting{engine="0",model_name="m"} 1.0',
        'vllm:kv_cache_usage_perc{engine="0",model_name="m"} 0.25',
        'vllm:kv_cache_usage_perc{engine="1",model_name="m"} 0.5',
        'vllm:prefix_cache_queries_total{engine="0",model_name="m"} 200.0',
        'vllm:prefix_cache_hits_total{engine="0",model_name="m"} 50.0',
        'vllm:cache_config_info{block_size="16",engine="0",num_gpu_blocks="450"} 1.0',
        'vllm:lora_requests_info{max_lora="4",running_lora_adapters="old",waiting_lora_adapters=""} 1.7e9',
        'vllm:lora_requests_info{max_lora="4",running_lora_adapters="a,b",waiting_lora_adapters="b"} 1.8e9',
        'vllm:time_to_first_token_seconds_bucket{le="+Inf"} 9',
      ),
    ).toEqual({
      engine: "vllm",
      running: 7,
      waiting: 1,
      kvUse: 0.5,
      prefixHitRatio: 0.25,
      blockSize: 16,
      blocks: 450,
      places: null,
      adapters: ["a", "b"],
    });
  });

  it("reads vLLM's older names", () => {
    expect(
      read(
        'vllm:num_requests_running{model_name="m"} 3',
        'vllm:gpu_cache_usage_perc{model_name="m"} 0.75',
        'vllm:gpu_prefix_cache_queries_total{model_name="m"} 10',
        'vllm:gpu_prefix_cache_hits_total{model_name="m"} 1',
      ),
    ).toMatchObject({ kvUse: 0.75, prefixHitRatio: 0.1, waiting: null });
    expect(read("vllm:gpu_prefix_cache_hit_rate -1", "vllm:num_requests_running 0")).toMatchObject({
      prefixHitRatio: null,
    });
  });

  it("reads SGLang", () => {
    expect(
      read(
        'sglang:num_running_reqs{dp_rank="0"} 2',
        'sglang:num_running_reqs{dp_rank="1"} 3',
        "sglang:num_queue_reqs 1",
        "sglang:token_usage 0.28",
        "sglang:cache_hit_rate 0.5",
        'sglang:cache_config_info{num_pages="1000",page_size="1"} 1',
      ),
    ).toMatchObject({ engine: "sglang", running: 5, waiting: 1, kvUse: 0.28, prefixHitRatio: 0.5, blocks: 1000 });
  });

  it("reads TEI, which does not tell what runs, and llama.cpp", () => {
    expect(read("te_queue_size 4", "te_request_count 9")).toMatchObject({ engine: "tei", running: null, waiting: 4 });
    expect(
      read("llamacpp:requests_processing 2", "llamacpp:requests_deferred 1", "llamacpp:kv_cache_usage_ratio 1.5"),
    ).toMatchObject({ engine: "llama-cpp", running: 2, waiting: 1, kvUse: 1 });
  });

  it("believes the label when an engine has published nothing yet, and knows what it does not know", () => {
    const labelled = readEngine("# nothing\n", "sglang");
    expect(labelled).toMatchObject({ ok: true, gauges: { engine: "sglang", running: null } });
    expect(read("go_goroutines 4")).toBe("unknown_engine");
    expect(read("vllm:num_requests_running three")).toBe("malformed");
    expect(read("vllm:num_requests_running NaN")).toMatchObject({ running: null });
  });
});

describe("llama.cpp's own pages", () => {
  it("tell places and busy slots, of newer and older servers", () => {
    expect(placesOfProps({ total_slots: 4, chat_template: "x" })).toBe(4);
    expect(
      gaugesOfSlots([
        { id: 0, is_processing: true },
        { id: 1, is_processing: false },
      ]),
    ).toMatchObject({
      running: 1,
      places: 2,
      waiting: null,
    });
    expect(
      gaugesOfSlots([
        { id: 0, state: 1 },
        { id: 1, state: 0 },
      ]),
    ).toMatchObject({ running: 1 });
  });

  it.each([null, 3, {}, { total_slots: "4" }, { total_slots: -1 }, [1]])("refuse %j", (body) => {
    expect(placesOfProps(body)).toBeNull();
    expect(gaugesOfSlots(body)).toBeNull();
  });
});
