import { describe, expect, it } from "vitest";
import { Piece } from "../../kernel/piece.js";
import { chat } from "./chat.js";
import type { Ask } from "./operation.js";

const ask = (over: object = {}): Ask => {
  const read = chat.read(
    Buffer.from(JSON.stringify({ model: "m", messages: [{ role: "user", content: "é" }], ...over })),
    "",
  );
  if (!read.ok) throw new Error(read.refusal.message);
  return read.ask;
};
const COST = { costMicroEuro: 2_500_000, gpuSeconds: 1, kWh: 0.5, kgCO2eq: 0.25 };
const USAGE = 'data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}\n\n';
const DONE = "data: [DONE]\n\n";

describe("chat", () => {
  it("says what admission and routing may know of a body", () => {
    const read = ask({ stream: true, n: 3, max_completion_tokens: 20, tools: [{ type: "function" }] });
    const { prompt } = read;
    expect(read).toMatchObject({ model: "m", stream: true, sequences: 3, maxOutputTokens: 20, beyondText: false });
    const text = prompt.bytes.toString("utf8", prompt.span.start, prompt.span.end);
    expect(text).toBe('[{"type":"function"}][{"role":"user","content":"é"}]');
    expect(prompt.tokenBytes).toBe(Buffer.byteLength(text));
    expect(read.textBytes).toBeGreaterThan(prompt.tokenBytes);
  });

  it("goes on under the server's name, within what was reserved, with the organisation's salt", () => {
    const salted = (own: string | null) => `salt of ${own}`;
    const to = { servedName: "served", maxOutputTokens: 7, cacheSalt: salted };
    const { path, contentType, parts } = ask({ cache_salt: "mine" }).forwarded(to);
    expect([path, contentType]).toEqual(["/v1/chat/completions", "application/json"]);
    const body = JSON.parse(Buffer.concat(parts).toString()) as object;
    expect(body).toMatchObject({ model: "served", max_tokens: 7, cache_salt: 'salt of "mine"' });
    const own = ask().forwarded({ ...to, cacheSalt: null });
    expect(Buffer.concat(own.parts).toString()).not.toContain("salt");
    const none = ask({ cache_salt: null }).forwarded(to);
    expect(JSON.parse(Buffer.concat(none.parts).toString())).toMatchObject({ cache_salt: "salt of null" });
  });

  it("shows the usage event, with what it cost, only to a caller that asked for it", () => {
    const followed = (over: object): string => {
      const stream = ask({ stream: true, ...over }).follow("text/event-stream; charset=utf-8");
      const bytes = Buffer.from(USAGE + DONE);
      stream?.push(new Piece().set(bytes, 0, bytes.length));
      return stream?.last(COST).toString() ?? "";
    };
    expect(followed({})).toBe(DONE);
    const shown = followed({ stream_options: { include_usage: true } });
    expect(shown).toContain('"completion_tokens":2,"cost":2.5');
    expect(shown.endsWith(DONE)).toBe(true);
    expect(ask({ stream: true }).follow("application/json")).toBeNull();
  });

  it("reads usage back from a whole answer, and adds what it cost", () => {
    const answer = Buffer.from('{"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":2}}');
    expect(ask().usageOf(answer)).toEqual(expect.objectContaining({ estimated: false }));
    expect(ask().priced(answer, COST).toString()).toContain('"cost":2.5');
    for (const broken of ["null", "[", '"text"', "{}"]) expect(ask().usageOf(Buffer.from(broken))).toBeNull();
  });
});
