import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Piece } from "../../kernel/piece.js";
import { EventStream } from "./event-stream.js";

/** Some engines put an empty `usage` into every chunk. */
const chunk = (content: string): string =>
  `data: ${JSON.stringify({ choices: [{ delta: { content } }], ...(content.length % 2 === 0 ? {} : { usage: null }) })}\n\n`;
const USAGE = 'data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":3}}\n\n';
const DONE = "data: [DONE]\n\n";

/** `text` in pieces cut at `cuts`. */
const pieces = (text: string, cuts: readonly number[]): Buffer[] => {
  const bytes = Buffer.from(text);
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, index) => bytes.subarray(from, at[index] ?? bytes.length));
};

const run = (text: string, cuts: readonly number[] = []) => {
  const stream = new EventStream();
  const passed = pieces(text, cuts).map((bytes) => {
    const piece = Piece.of(bytes);
    stream.push(piece);
    return piece.copy();
  });
  return { stream, passed: Buffer.concat(passed).toString() };
};

describe("EventStream", () => {
  it("gives the same bytes, usage and counts however the stream is cut", () => {
    const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom('"usage"', "[DONE]", '"error"'));
    const contents = fc.array(text, { maxLength: 8 });
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    fc.assert(
      fc.property(contents, cuts, fc.boolean(), (words, where, crlf) => {
        const line = (text: string): string => (crlf ? text.replaceAll("\n", "\r\n") : text);
        const before = line(`: a comment\n\n${words.map(chunk).join("")}`);
        const { stream, passed } = run(before + line(USAGE) + line(DONE), where);
        expect(passed).toBe(before);
        expect(stream.usageEvent?.toString()).toBe(line(USAGE));
        expect(stream.last(null).toString()).toBe(line(DONE));
        expect(stream.usage).toMatchObject({ amounts: { inputTokens: 7, outputTokens: 3 }, estimated: false });
        expect(stream.outputEvents).toBe(words.length);
        expect(stream.ended).toBe(true);
        expect(stream.failed).toBe(words.length < 0);
      }),
    );
  });

  it("reads usage from the last chunk of engines that put it beside the finish reason, and passes the chunk", () => {
    const last = 'data: {"choices":[{"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":2}}\n\n';
    const { stream, passed } = run(chunk("a") + last + DONE);
    expect(passed).toBe(chunk("a") + last);
    expect(stream.usage?.amounts.outputTokens).toBe(2);
    expect(stream.usageEvent).toBeNull();
  });

  it("is not fooled by text that looks like usage or an end", () => {
    const text = chunk('"usage":{"prompt_tokens":1} data: [DONE]\n\n');
    const { stream, passed } = run(text);
    expect(passed).toBe(text);
    expect(stream.usage).toBeNull();
    expect(stream.ended).toBe(false);
  });

  it("sees an error inside the stream", () => {
    expect(run('data: {"error":{"message":"out of memory"}}\n\n').stream.failed).toBe(true);
  });

  it("does not hold an endless event", () => {
    const { passed } = run(`data: ${"x".repeat(3_000_000)}`, [1_500_000]);
    expect(passed.length).toBeGreaterThan(1_400_000);
  });

  it.each(["\n\n\n", "data: {}\n\n\n", "\r\n\r\n\r\n", "data: {}\n\r\n\n\n", ": c\n\n\n\n\ndata: {}\n\n"])(
    "passes the blank lines of %j on, and comes to its end",
    (text) => {
      expect(run(text).passed).toBe(text);
    },
  );
});
