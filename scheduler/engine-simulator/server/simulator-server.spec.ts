import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { DEFAULT_ENGINE_SETTINGS } from "../engine/settings.js";
import { NO_FAULTS, type Faults } from "./faults.js";
import { SimulatorServer } from "./simulator-server.js";

const running: SimulatorServer[] = [];

async function start(faults: Partial<Faults> = {}, timeScale = 1000): Promise<string> {
  const server = new SimulatorServer({
    model: "demo",
    seed: "1",
    timeScale,
    maxModelLength: 4096,
    engine: DEFAULT_ENGINE_SETTINGS,
    faults: { ...NO_FAULTS, ...faults },
  });
  running.push(server);
  server.http.listen(0, "127.0.0.1");
  await once(server.http, "listening");
  return `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const { http } of running.splice(0)) {
    http.closeAllConnections();
    http.close();
  }
});

const messages = [{ role: "user", content: "w1 w2 w3 w4 " }];

function post(url: string, path: string, body: object, signal?: AbortSignal): Promise<Response> {
  return fetch(`${url}${path}`, { method: "POST", body: JSON.stringify(body), signal: signal ?? null });
}

interface Answer {
  readonly choices: readonly { readonly finish_reason: string; readonly message: { readonly content: string } }[];
  readonly usage: Readonly<Record<string, unknown>>;
}

async function chat(url: string, body: object = {}): Promise<Answer> {
  return (await (await post(url, "/v1/chat/completions", { model: "demo", messages, ...body })).json()) as Answer;
}

async function events(url: string, body: object = {}): Promise<(Record<string, never> | "[DONE]")[]> {
  const response = await post(url, "/v1/chat/completions", { model: "demo", messages, stream: true, ...body });
  return (await response.text())
    .split("\n\n")
    .filter((line) => line !== "")
    .map((line) => line.replace(/^data: /, ""))
    .map((data) => (data === "[DONE]" ? data : (JSON.parse(data) as Record<string, never>)));
}

function choicesOf(list: readonly unknown[]): { delta: Record<string, unknown>; finish_reason: string | null }[] {
  return list.flatMap((one) => (one as { choices?: never[] }).choices ?? []);
}

describe("chat completions", () => {
  it("streams a role chunk, one chunk a token, a finish reason, usage when asked, then [DONE]", async () => {
    const list = await events(await start(), {
      max_tokens: 3,
      ignore_eos: true,
      stream_options: { include_usage: true },
    });
    const choices = choicesOf(list);
    expect(choices[0]?.delta).toEqual({ role: "assistant", content: "" });
    expect(choices.map((choice) => choice.finish_reason)).toEqual([null, null, null, "length"]);
    expect(list.at(-2)).toMatchObject({
      choices: [],
      usage: { prompt_tokens: 7, completion_tokens: 3, total_tokens: 10 },
    });
    expect(list.at(-1)).toBe("[DONE]");
  });

  it("sends no usage in a stream that did not ask for it", async () => {
    expect(JSON.stringify(await events(await start(), { max_tokens: 3 }))).not.toContain("usage");
  });

  it("streams the same text that it answers whole, and counts it as it says", async () => {
    const url = await start();
    const whole = await chat(url);
    const text = choicesOf(await events(url))
      .map((choice) => choice.delta.content as string)
      .join("");
    expect(text).toBe(whole.choices[0]?.message.content);
    const counted = (await (await post(url, "/tokenize", { prompt: text })).json()) as { count: number };
    expect(counted.count).toBe(whole.usage.completion_tokens);
  });

  it("gives n choices and counts the prompt once", async () => {
    const answer = await chat(await start(), { n: 3, max_tokens: 2, ignore_eos: true });
    expect(answer.choices).toHaveLength(3);
    expect(answer.usage).toMatchObject({ prompt_tokens: 7, completion_tokens: 6 });
  });

  it("tells what came from the prefix cache", async () => {
    const url = await start();
    const long = { messages: [{ role: "user", content: "w5 ".repeat(40) }], max_tokens: 1 };
    await chat(url, long);
    expect((await chat(url, long)).usage).toMatchObject({ prompt_tokens_details: { cached_tokens: 32 } });
  });

  it("calls the tool that it must call, streamed or not", async () => {
    const url = await start();
    const parameters = { type: "object", properties: { city: { type: "string" } } };
    const body = { tools: [{ type: "function", function: { name: "weather", parameters } }], tool_choice: "required" };
    const answer = await chat(url, body);
    expect(answer.choices[0]).toMatchObject({
      finish_reason: "tool_calls",
      message: { content: null, tool_calls: [{ function: { name: "weather", arguments: '{"city":"simulé"}' } }] },
    });
    const deltas = choicesOf(await events(url, body)).flatMap((choice) => (choice.delta.tool_calls as never[]) ?? []);
    const pieces = deltas as unknown as { function: { arguments: string } }[];
    expect(pieces.map((delta) => delta.function.arguments).join("")).toBe('{"city":"simulé"}');
  });

  it("answers JSON that fits the schema it is given", async () => {
    const schema = { type: "object", properties: { ok: { type: "boolean" } }, required: ["ok"] };
    const answer = await chat(await start(), {
      response_format: { type: "json_schema", json_schema: { name: "x", schema } },
    });
    expect(JSON.parse(answer.choices[0]?.message.content ?? "")).toEqual({ ok: true });
  });

  it.each([
    ["another model", { model: "other", messages }, 404],
    ["no message", { model: "demo", messages: [] }, 400],
    ["more than the context", { model: "demo", messages, max_tokens: 4096 }, 400],
    [
      "a tool that is not there",
      { model: "demo", messages, tool_choice: { type: "function", function: { name: "x" } } },
      400,
    ],
  ])("refuses %s", async (_name, body, status) => {
    const response = await post(await start(), "/v1/chat/completions", body);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code: status } });
  });
});

describe("around it", () => {
  it("completes a prompt", async () => {
    const response = await post(await start(), "/v1/completions", { model: "demo", prompt: "w1 w2 ", max_tokens: 2 });
    expect(await response.json()).toMatchObject({
      object: "text_completion",
      usage: { prompt_tokens: 2, completion_tokens: 2 },
    });
  });

  it("says that it is simulated", async () => {
    const url = await start();
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ simulated: true });
    expect(await (await fetch(`${url}/v1/models`)).json()).toMatchObject({
      data: [{ id: "demo", owned_by: "socle-engine-simulator", simulated: true }],
    });
  });

  it("counts in vLLM's metrics", async () => {
    const url = await start();
    await chat(url, { max_tokens: 4, ignore_eos: true });
    const text = await (await fetch(`${url}/metrics`)).text();
    const labels = '{model_name="demo",engine="0"}';
    for (const line of [
      `vllm:prompt_tokens_total${labels} 7`,
      `vllm:generation_tokens_total${labels} 4`,
      `vllm:num_requests_running${labels} 0`,
      `vllm:num_requests_waiting${labels} 0`,
      `vllm:time_to_first_token_seconds_count${labels} 1`,
      `vllm:inter_token_latency_seconds_count${labels} 3`,
    ])
      expect(text).toContain(line);
    expect(text).toContain('vllm:time_to_first_token_seconds_bucket{le="2560"');
    expect(text).toContain("vllm:kv_cache_usage_perc");
    expect(text).toContain("vllm:cache_config_info");
  });

  it("a client that goes away frees its place", async () => {
    const url = await start({}, 1);
    const gone = new AbortController();
    const response = await post(
      url,
      "/v1/chat/completions",
      { model: "demo", messages, stream: true, max_tokens: 4000, ignore_eos: true },
      gone.signal,
    );
    await response.body?.getReader().read();
    gone.abort();
    await expect
      .poll(async () => (await fetch(`${url}/metrics`)).text(), { timeout: 20_000 })
      .toContain('vllm:num_requests_running{model_name="demo",engine="0"} 0');
  });
});

describe("faults on purpose", () => {
  it("resets, or answers 503, and stops doing so when told", async () => {
    const url = await start({ refuse: "reset" });
    await expect(chat(url)).rejects.toThrow();
    await post(url, "/admin/faults", { refuse: "503" });
    expect((await post(url, "/v1/chat/completions", { model: "demo", messages })).status).toBe(503);
    await post(url, "/admin/faults", { refuse: "none" });
    expect((await chat(url)).usage).toBeDefined();
  });

  it("cuts a stream after k chunks of content", async () => {
    const response = await post(await start({ cutAfterChunks: 2 }), "/v1/chat/completions", {
      model: "demo",
      messages,
      stream: true,
      max_tokens: 9,
      ignore_eos: true,
    });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    let text = "";
    const read = async (): Promise<void> => {
      for (let part = await reader.read(); !part.done; part = await reader.read())
        text += Buffer.from(part.value).toString();
    };
    await expect(read()).rejects.toThrow();
    expect(text.split("\n\n").filter((line) => line.startsWith("data: "))).toHaveLength(3);
  });

  it("cuts before the first chunk, and an answer that is not streamed", async () => {
    const url = await start({ cutAfterChunks: 0 });
    const stream = await post(url, "/v1/chat/completions", { model: "demo", messages, stream: true });
    await expect(stream.text()).rejects.toThrow();
    await expect(chat(url)).rejects.toThrow();
  });

  it("sends no byte when it stalls", async () => {
    const url = await start({ stall: true });
    await expect(post(url, "/v1/models", {}, AbortSignal.timeout(50))).rejects.toThrow();
  });

  it("reports usage that is wrong, or none", async () => {
    const url = await start({ usage: "wrong" });
    const body = { max_tokens: 2, ignore_eos: true };
    expect((await chat(url, body)).usage).toMatchObject({ prompt_tokens: 14, completion_tokens: 9 });
    await post(url, "/admin/faults", { usage: "none" });
    expect(await chat(url, body)).not.toHaveProperty("usage");
  });

  it("holds chunks back and still sends all of them", async () => {
    const list = await events(await start({ burst: 10 }), { max_tokens: 25, ignore_eos: true });
    expect(choicesOf(list)).toHaveLength(26);
  });

  it("refuses an order that it does not understand", async () => {
    const url = await start();
    for (const order of [{ explode: true }, { share: 2 }, []]) {
      expect((await post(url, "/admin/faults", order)).status).toBe(400);
    }
  });
});
