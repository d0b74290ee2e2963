import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChatRequest } from "./chat-request.js";

const read = (text: string) => readChatRequest(Buffer.from(text));
const reading = (text: string) => {
  const result = read(text);
  if (!result.ok) throw new Error(result.refusal.message);
  return result.request;
};
const refusedParam = (text: string) => {
  const result = read(text);
  return result.ok ? "accepted" : result.refusal.param;
};

describe("readChatRequest", () => {
  it("reads what JSON.parse reads, whatever surrounds it", () => {
    const fieldsOf = {
      stream: fc.boolean(),
      max_tokens: fc.integer({ min: 1, max: 100_000 }),
      max_completion_tokens: fc.integer({ min: 1, max: 100_000 }),
      n: fc.integer({ min: 1, max: 8 }),
      stream_options: fc.record({ include_usage: fc.boolean(), other: fc.jsonValue() }, { requiredKeys: [] }),
    };
    const known = fc.record(fieldsOf, { requiredKeys: [] });
    // What surrounds it has names of its own: a field that is read is refused when it is wrong, as the cases below say.
    const rest = fc.dictionary(
      fc.string().filter((name) => !Object.hasOwn(fieldsOf, name)),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(known, rest, fc.boolean(), (fields, others, pretty) => {
        const body = { ...others, model: "mistral-small", ...fields };
        const request = reading(JSON.stringify(body, null, pretty ? 2 : undefined));
        const most = Math.max(fields.max_tokens ?? 0, fields.max_completion_tokens ?? 0);
        expect(request).toMatchObject({
          model: "mistral-small",
          stream: fields.stream ?? false,
          maxOutputTokens: most === 0 ? null : most,
          n: fields.n ?? 1,
          includeUsage: fields.stream_options?.include_usage ?? false,
        });
      }),
    );
  });

  it("gives byte positions behind multibyte text", () => {
    const text = '{"messages":"été 😀","model":"m"}';
    const request = reading(text);
    expect(Buffer.from(text).subarray(request.modelSpan.start, request.modelSpan.end).toString()).toBe('"m"');
    const broken = read('{"messages":"é" "model":"m"}');
    expect(broken.ok ? null : broken.refusal.details).toEqual({ position: 17 });
  });

  it.each([
    ['{"model":"a","model":"b"}', "model"],
    ['{"model":"a","mod\\u0065l":"b"}', "model"],
    ['{"model":3}', "model"],
    ['{"model":"a b"}', "model"],
    ['{"messages":[{"model":"a"}]}', "model"],
    ['{"model":"a","max_tokens":"256"}', "max_tokens"],
    ['{"model":"a","max_tokens":1e3}', "max_tokens"],
    ['{"model":"a","max_tokens":0}', "max_tokens"],
    ['{"model":"a","max_tokens":-1}', "max_tokens"],
    ['{"model":"a","max_tokens":1,"max_tokens":9}', "max_tokens"],
    ['{"model":"a","stream":"true"}', "stream"],
    ['{"model":"a","n":1000}', "n"],
    ['{"model":"a","stream_options":[]}', "stream_options"],
    ['{"model":"a","stream_options":{"include_usage":1}}', "stream_options"],
  ])("refuses the ambiguous %s", (text, param) => {
    expect(refusedParam(text)).toBe(param);
  });

  it("takes null for absent", () => {
    expect(reading('{"model":"a","n":null,"max_tokens":null,"stream":null,"stream_options":null}')).toMatchObject({
      n: 1,
      maxOutputTokens: null,
      stream: false,
      includeUsage: false,
    });
  });
});
