import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readChatRequest } from "./chat-request.js";
import { forwardedBody } from "./forwarded-body.js";

const forward = (text: string, servedName = "m", maximum = 77, salt: string | null = null): string => {
  const result = readChatRequest(Buffer.from(text));
  if (!result.ok) throw new Error(result.refusal.message);
  return Buffer.concat(forwardedBody(result.request, servedName, maximum, salt)).toString();
};

describe("forwardedBody", () => {
  it("puts the platform's cache salt in the place of the caller's, whatever that was", () => {
    const salted = (text: string) => forward(text, "m", 77, "s4lt");
    expect(salted('{"model":"m","max_tokens":5}')).toBe('{"cache_salt":"s4lt","model":"m","max_tokens":5}');
    expect(salted('{"model":"m","max_tokens":5,"cache_salt":{"a":1}}')).toBe(
      '{"model":"m","max_tokens":5,"cache_salt":"s4lt"}',
    );
    expect(salted('{"cache_salt":null,"model":"m","max_tokens":5}')).toBe(
      '{"cache_salt":"s4lt","model":"m","max_tokens":5}',
    );
  });

  it("passes the very bytes when nothing must change", () => {
    const text = '{ "model" : "m" , "max_tokens":5, "tools":[{"x":1.50}],\n"n":2 , "été":"😀" }';
    expect(forward(text)).toBe(text);
  });

  it.each([
    [
      '{"model":"m","max_tokens":5,"stream":true}',
      '{"stream_options":{"include_usage":true},"model":"m","max_tokens":5,"stream":true}',
    ],
    [
      '{"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":false}}',
      '{"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true}}',
    ],
    [
      '{"model":"m","max_tokens":5,"stream":true,"stream_options":{"x":1}}',
      '{"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true,"x":1}}',
    ],
    [
      '{"model":"m","max_tokens":5,"stream":true,"stream_options":{"x":{"include_usage":false}}}',
      '{"model":"m","max_tokens":5,"stream":true,"stream_options":{"include_usage":true,"x":{"include_usage":false}}}',
    ],
    ['{"model":"m"}', '{"max_tokens":77,"model":"m"}'],
    ['{"model":"m","max_tokens":null}', '{"model":"m","max_tokens":77}'],
    ['{"model":"m","max_tokens":78}', '{"model":"m","max_tokens":77}'],
    [
      '{"max_completion_tokens":99,"model":"m","max_tokens":5}',
      '{"max_completion_tokens":77,"model":"m","max_tokens":77}',
    ],
  ])("%s → %s", (text, expected) => {
    expect(forward(text)).toBe(expected);
  });

  it("changes nothing else, whatever the body", () => {
    const options = fc.option(fc.record({ include_usage: fc.boolean(), chunk: fc.jsonValue() }, { requiredKeys: [] }));
    // The one decisive name that chance finds.
    const name = fc.string({ unit: "grapheme" }).filter((key) => key !== "n");
    const rest = fc.dictionary(name, fc.jsonValue());
    fc.assert(
      fc.property(
        rest,
        options,
        fc.boolean(),
        fc.option(fc.integer({ min: 1, max: 77 })),
        (others, asked, stream, max) => {
          const body = { ...others, model: "public-name", stream, stream_options: asked, max_tokens: max };
          const sent = JSON.parse(forward(JSON.stringify(body), "served/name")) as Record<string, unknown>;
          const written = JSON.parse(JSON.stringify(body)) as typeof body;
          expect(sent).toEqual({
            ...written,
            model: "served/name",
            max_tokens: max ?? 77,
            stream_options: stream ? { ...written.stream_options, include_usage: true } : written.stream_options,
          });
        },
      ),
    );
  });
});
