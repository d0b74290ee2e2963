import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Typed } from "./answer-objects.js";
import { deltaObjects, parseAnswer } from "./model-server-answer.js";
import { SplicedEvents } from "./spliced-events.js";

const MARK = "\ue000text\ue001";

type Show = (event: Typed) => string;

const shown =
  (select: (event: Typed) => object): Show =>
  (event) =>
    `data: ${JSON.stringify({ data: { chat: select(event) } })}`;

const SELECTIONS: readonly Show[] = [
  shown((event) => event),
  shown(({ content }) => ({ content })),
  shown(({ __typename, content }) => ({ a: content, __typename, b: content })),
  shown(({ index, role, finishReason }) => ({ index, role, finishReason })),
  shown(({ reasoning, toolCalls, content }) => ({ reasoning, toolCalls, content })),
];

const rarely = <T>(usual: T, other: T) =>
  fc.oneof({ weight: 15, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constant(other) });
const texts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom("mot ", "é", "a", "content", "", "\u2028", MARK) },
  { weight: 2, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('","role":"user', 'a"}}],"choices":[],"x":"', "\\", 'x\\"', '"content":"a"'),
  },
);
const deltas = fc.oneof(
  { weight: 20, arbitrary: fc.record({ content: texts }) },
  fc.record({ content: texts, role: fc.constantFrom("assistant", "mot ") }),
  fc.record({ reasoning_content: texts, content: fc.constant(null) }),
  fc.record({ reasoning: texts }),
  fc.record({ content: fc.oneof(texts, fc.constant(null)), tool_calls: fc.jsonValue({ maxDepth: 1 }) }),
);
const choices = fc.record({ index: rarely(0, 1), delta: deltas, finish_reason: rarely(null, "a") });
const answers = fc.record({
  id: rarely("x", "mot "),
  choices: fc.oneof({ weight: 15, arbitrary: fc.tuple(choices) }, { weight: 1, arbitrary: fc.tuple(choices, choices) }),
});

/** An event as servers write them: escaped to ASCII, spaced, a member twice, or not a JSON text at all. */
const WRITINGS: readonly ((json: string) => string)[] = [
  (json) => json,
  (json) => json.replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  (json) => json.replace('"delta":{', '"delta": {"content":"twice",'),
  (json) => json.replace('"content":"mot', '"content":"mot","content":"second'),
  (json) => json.replace('"content":"', '"content":"\n'),
  (json) => json.replace('"content":"', '"content":"\\x'),
];
const events = fc.tuple(answers, fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, fc.nat(WRITINGS.length - 1)));
const written = ([answer, writing]: readonly [object, number]): string =>
  WRITINGS[writing]?.(JSON.stringify(answer)) ?? "";

const valueOf = (form: string): unknown => JSON.parse(form.slice("data: ".length));

describe("spliced events", () => {
  it("say what the parsed event says, whatever came before it", () => {
    let spliced = 0;
    fc.assert(
      fc.property(fc.array(events, { minLength: 2, maxLength: 30 }), fc.constantFrom(...SELECTIONS), (stream, show) => {
        const form = new SplicedEvents(show);
        for (const event of stream) {
          const json = written(event);
          const answer = parseAnswer(json);
          const text = form.splice(json);
          if (text !== null) {
            spliced += 1;
            expect(deltaObjects(answer ?? {}).map((delta) => valueOf(show(delta)))).toEqual([valueOf(text)]);
          }
          if (text === null && answer !== null) form.learn(json, answer);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(spliced).toBeGreaterThan(1_000);
  });

  const piece = (content: string, rest: object = {}): string =>
    JSON.stringify({ id: "x", choices: [{ index: 0, delta: { content }, ...rest }] });

  const follow = (form: SplicedEvents, json: string): string | null => {
    const text = form.splice(json);
    if (text === null) form.learn(json, parseAnswer(json) ?? {});
    return text;
  };

  it("are spliced from the second piece of a stream on", () => {
    const form = new SplicedEvents(SELECTIONS[1] ?? String);
    const texts = ["", "Bon", "jour", ", é\n"].map((content) => follow(form, piece(content)));
    expect(texts.slice(0, 2)).toEqual([null, null]);
    expect(texts.slice(2)).toEqual([
      'data: {"data":{"chat":{"content":"jour"}}}',
      'data: {"data":{"chat":{"content":", é\\n"}}}',
    ]);
  });

  it.each([
    ["the text stands elsewhere", piece("stop", { finish_reason: "stop" }), piece("stop", { finish_reason: "length" })],
    ["the mark stands elsewhere", piece("a", { finish_reason: MARK }), piece("b", { finish_reason: MARK })],
  ])("are not taken where %s", (_, first, second) => {
    const form = new SplicedEvents(SELECTIONS[0] ?? String);
    expect(follow(form, first)).toBeNull();
    expect(follow(form, second)).toBeNull();
  });

  it("are taken apart no more when each event differs in more than its text", () => {
    let forms = 0;
    const form = new SplicedEvents((event) => `${(forms += 1)}${JSON.stringify(event)}`);
    for (let at = 0; at < 50; at += 1) expect(follow(form, piece("mot", { logprobs: at }))).toBeNull();
    expect(forms).toBeLessThan(10);
  });
});
